import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { scales, settledOnOnes, settledVariance, stateVariances } from './state-variance.ts';

const decays = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 });

describe('with √(1 − a²)', () => {
  it('a variance of 1 stays 1 exactly, however the decays change from step to step', () => {
    fc.assert(
      fc.property(decays, (a) => {
        for (const v of stateVariances(a, scales.normalised, 1)) expect(v).toBeCloseTo(1, 12);
      }),
    );
  });

  it('a state that starts at 0 climbs towards 1 and never beyond: v_t = 1 − Π a²', () => {
    fc.assert(
      fc.property(decays, (a) => {
        let product = 1;
        stateVariances(a, scales.normalised).forEach((v, t) => {
          product *= a[t]! ** 2;
          expect(v).toBeCloseTo(1 - product, 12);
        });
      }),
    );
  });

  it('2000 random chains agree: their variance is 1 within 10%', () => {
    const { normal, next } = createRandom(5);
    const chains = Array.from({ length: 2000 }, () => normal());
    for (let t = 0; t < 200; t++) {
      const a = 0.9 + 0.099 * next();
      chains.forEach((h, k) => (chains[k] = a * h + Math.sqrt(1 - a * a) * normal()));
    }
    const variance = chains.reduce((sum, h) => sum + h * h, 0) / chains.length;
    expect(Math.abs(variance - 1)).toBeLessThan(0.1);
  });
});

describe('without it', () => {
  it.each([
    { a: 0.6, plain: 1.5625, averaging: 0.25 },
    { a: 0.9, plain: 5.263158, averaging: 0.052632 },
    { a: 0.999, plain: 500.250125, averaging: 0.0005002501 },
  ])('a = $a settles at $plain with no factor, at $averaging as an average', ({ a, plain, averaging }) => {
    expect(settledVariance(a, scales.plain)).toBeCloseTo(plain, 5);
    expect(settledVariance(a, scales.averaging)).toBeCloseTo(averaging, 5);
    expect(settledVariance(a, scales.normalised)).toBeCloseTo(1, 12);
    const late = stateVariances(
      Array.from({ length: 20_000 }, () => a),
      scales.plain,
    ).at(-1)!;
    expect(late / plain).toBeCloseTo(1, 5);
  });
});

describe('inputs that are all 1', () => {
  it('settle at √((1 + a)/(1 − a)) under √(1 − a²), at 1 only under an average', () => {
    let h = 0;
    for (let t = 0; t < 2000; t++) h = 0.99 * h + scales.normalised(0.99);
    expect(settledOnOnes(0.99, scales.normalised)).toBeCloseTo(h, 6);
    expect(h).toBeCloseTo(Math.sqrt(1.99 / 0.01), 6);
    expect(settledOnOnes(0.99, scales.averaging)).toBeCloseTo(1, 12);
  });
});
