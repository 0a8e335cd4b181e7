import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { normalise, sample, temper } from './distribution.ts';
import { acceptance, acceptanceRate, outputDistribution, residual, totalVariation } from './modified-rejection.ts';

const weights = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 });
const distribution = weights.filter((w) => w.some((x) => x > 0)).map(normalise);
const differing = fc.tuple(distribution, distribution).filter(([p, q]) => totalVariation(p, q) > 1e-9);

/** Tenths, as on the page: 好 热 冷 棒 糟. */
const p = [0.5, 0.2, 0.2, 0.1, 0];
const q = [0.3, 0.1, 0.4, 0.1, 0.1];

describe('modified rejection sampling', () => {
  it('yields the target distribution exactly, whatever the draft (Theorem 1)', () => {
    fc.assert(
      fc.property(differing, ([p, q]) => {
        expect(totalVariation(outputDistribution(p, q, residual(p, q)), q)).toBeLessThan(1e-12);
      }),
    );
  });

  it('keeps a proposal with probability Σ min(p, q) = 1 − ½‖p − q‖₁', () => {
    fc.assert(
      fc.property(distribution, distribution, (p, q) => {
        expect(acceptanceRate(p, q)).toBeCloseTo(1 - totalVariation(p, q), 12);
        const kept = p.reduce((sum, mass, x) => sum + (mass > 0 ? mass * acceptance(p, q, x) : 0), 0);
        expect(kept).toBeCloseTo(acceptanceRate(p, q), 12);
      }),
    );
  });

  it('agrees with the example worked by hand', () => {
    expect([0, 1, 2, 3].map((x) => acceptance(p, q, x))).toEqual(
      [3 / 5, 1 / 2, 1, 1].map((a) => expect.closeTo(a, 12)),
    );
    expect(acceptanceRate(p, q)).toBeCloseTo(0.7, 12);
    expect(residual(p, q)).toEqual([0, 0, 2 / 3, 0, 1 / 3].map((mass) => expect.closeTo(mass, 12)));
  });

  it('leans towards the draft when rejected tokens are replaced from q itself', () => {
    const out = outputDistribution(p, q, q);
    expect(out).toEqual([0.39, 0.13, 0.32, 0.13, 0.03].map((mass) => expect.closeTo(mass, 12)));
    p.forEach((mass, x) => expect(Math.sign(out[x]! - q[x]!) * Math.sign(mass - q[x]!)).toBeGreaterThanOrEqual(0));
  });

  it('samples what it computes: 40,000 draws pass a chi-square test against q', () => {
    const random = createRandom(2302);
    const draws = 40_000;
    const counts = q.map(() => 0);
    let kept = 0;
    for (let i = 0; i < draws; i++) {
      const x = sample(p, random);
      const keep = random.next() < acceptance(p, q, x);
      if (keep) kept += 1;
      counts[keep ? x : sample(residual(p, q), random)]! += 1;
    }
    const chiSquare = counts.reduce((sum, n, x) => sum + (n - draws * q[x]!) ** 2 / (draws * q[x]!), 0);
    expect(chiSquare).toBeLessThan(18.47); // 0.1% point for 4 degrees of freedom
    expect(Math.abs(kept / draws - 0.7)).toBeLessThan(4 * Math.sqrt((0.7 * 0.3) / draws));
  });

  it('has no residual where the models agree, and never needs one', () => {
    expect(() => residual(q, q)).toThrow(RangeError);
    expect(acceptanceRate(q, q)).toBeCloseTo(1, 12);
  });
});

describe('temper', () => {
  it('leaves a distribution alone at T = 1 and puts all mass on the most probable token at T = 0', () => {
    expect(totalVariation(temper(q, 1), q)).toBeLessThan(1e-12);
    expect(temper(q, 0)).toEqual([0, 0, 1, 0, 0]);
    expect(temper([0.4, 0.4, 0.2], 0)).toEqual([1, 0, 0]);
  });

  it('approaches greedy decoding as T falls', () => {
    expect(totalVariation(temper(p, 0.01), temper(p, 0))).toBeLessThan(1e-12);
  });
});
