import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { sigmoid } from './activation.ts';
import { composition, runRecurrence } from './affine-recurrence.ts';
import { prefixesOf, workEfficientScan } from './associative-scan.ts';
import { c, lambdaOf, logDecay, memoryLength, rgLru, rgLruStep, type RgLruWeights } from './rg-lru.ts';

const lambdas = fc.double({ min: -6, max: 12, noNaN: true });
const shares = fc.double({ min: 0, max: 1, noNaN: true });
const inputs = fc.double({ min: -10, max: 10, noNaN: true });

describe('one step of the RG-LRU', () => {
  it('is Eq. 3 and Eq. 4 as printed: a_t = σ(Λ)^{c·r}, and √(1 − a_t²)·i·x is added', () => {
    fc.assert(
      fc.property(lambdas, shares, shares, inputs, (Lambda, r, i, x) => {
        const a = sigmoid(Lambda) ** (c * r);
        const step = rgLruStep({ x, r, i }, Lambda);
        expect(step.a).toBeCloseTo(a, 12);
        expect(step.b).toBeCloseTo(Math.sqrt(1 - a * a) * i * x, 6);
      }),
    );
  });

  it('with r = 0 keeps the state and lets no input in, whatever Λ', () => {
    fc.assert(
      fc.property(lambdas, shares, inputs, (Lambda, i, x) => {
        const { a, b } = rgLruStep({ x, r: 0, i }, Lambda);
        expect([a, b + 0]).toEqual([1, 0]);
      }),
    );
  });

  it('with r = 1 is the ungated LRU step with decay a^c', () => {
    for (const decay of [0.6, 0.9, 0.999]) {
      const { a, b } = rgLruStep({ x: 1, r: 1, i: 1 }, lambdaOf(decay));
      expect(a).toBeCloseTo(decay, 12);
      expect(b).toBeCloseTo(Math.sqrt(1 - decay ** 2), 10);
    }
  });

  it('never keeps less than a^c of the state: unlike a GRU it cannot clear it', () => {
    fc.assert(
      fc.property(lambdas, shares, (Lambda, r) => {
        expect(rgLruStep({ x: 1, r, i: 1 }, Lambda).a).toBeGreaterThanOrEqual(sigmoid(Lambda) ** c * (1 - 1e-12));
      }),
    );
  });

  it('puts state and input on the unit circle: a_t² + (1 − a_t²) = 1, and 0.6 goes with 0.8', () => {
    fc.assert(
      fc.property(lambdas, shares, (Lambda, r) => {
        const { a, b } = rgLruStep({ x: 1, r, i: 1 }, Lambda);
        expect(a * a + b * b).toBeCloseTo(1, 12);
      }),
    );
    expect(rgLruStep({ x: 1, r: 1, i: 1 }, lambdaOf(0.6)).b).toBeCloseTo(0.8, 12);
  });

  it('keeps its digits where a_t is so near 1 that 1 − a_t² would be rounded to 0', () => {
    const Lambda = 40;
    const { b } = rgLruStep({ x: 1, r: 1, i: 1 }, Lambda);
    expect(b / Math.sqrt(-2 * logDecay(1, Lambda))).toBeCloseTo(1, 9);
    expect(b).toBeGreaterThan(0);
  });
});

describe('the layer', () => {
  const { normal } = createRandom(24);
  const random = (rows: number, cols: number) => Matrix.from(rows, cols, () => normal());
  const [T, D] = [37, 5];
  const weights: RgLruWeights = {
    Wa: random(D, D),
    ba: random(1, D).row(0),
    Wx: random(D, D),
    bx: random(1, D).row(0),
    Lambda: [0.5, 2, 4, 6, 8],
  };
  const X = random(T, D);
  const trace = rgLru(weights, X);

  it('gives in every channel the states of an associative scan of its steps, to 1e-9', () => {
    for (let d = 0; d < D; d++) {
      const steps = trace.steps.map((step) => step[d]!);
      const prefixes = prefixesOf(workEfficientScan(composition, steps), steps);
      prefixes.forEach(({ b }, t) => expect(Math.abs(b - trace.h[t]![d]!)).toBeLessThan(1e-9));
    }
  });

  it('is the loop of Eqs. 1–4, written out scalar by scalar', () => {
    const h = Array.from({ length: D }, () => 0);
    for (let t = 0; t < T; t++) {
      for (let d = 0; d < D; d++) {
        let [za, zx] = [weights.ba[d]!, weights.bx[d]!];
        for (let k = 0; k < D; k++) {
          za += X.at(t, k) * weights.Wa.at(k, d);
          zx += X.at(t, k) * weights.Wx.at(k, d);
        }
        const a = sigmoid(weights.Lambda[d]!) ** (8 * sigmoid(za));
        h[d] = a * h[d]! + Math.sqrt(1 - a * a) * sigmoid(zx) * X.at(t, d);
        expect(trace.h[t]![d]).toBeCloseTo(h[d]!, 9);
      }
    }
  });

  it('has gates that do not look at the state: a later start leaves them as they were', () => {
    const late = rgLru(weights, X.sliceRows(10, T));
    expect(late.r).toEqual(trace.r.slice(10));
    expect(late.h[0]).not.toEqual(trace.h[10]);
  });

  it('works the example of the page: 5, 7, 9, 10 with gates 1, 0, 0, 1 and decay 0.6 leave 4, 4, 4, 10.4', () => {
    const x = [5, 7, 9, 10];
    const r = [1, 0, 0, 1];
    const steps = x.map((xt, t) => rgLruStep({ x: xt, r: r[t]!, i: 1 }, lambdaOf(0.6)));
    runRecurrence(steps).forEach((h, t) => expect(h).toBeCloseTo([4, 4, 4, 10.4][t]!, 9));
  });
});

describe('memory', () => {
  it('lambdaOf inverts σ(Λ)^c', () => {
    for (const decay of [1e-7, 0.5, 0.9, 0.999]) expect(sigmoid(lambdaOf(decay)) ** c / decay).toBeCloseTo(1, 9);
  });

  it('reaches from about 10 tokens to about 1000 for decays of 0.9 to 0.999', () => {
    expect(memoryLength(0.9)).toBeCloseTo(9.49, 2);
    expect(memoryLength(0.999)).toBeCloseTo(999.5, 1);
    expect(0.9 ** memoryLength(0.9)).toBeCloseTo(Math.exp(-1), 12);
  });
});
