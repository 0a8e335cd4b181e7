import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entropy, softmax, softmaxJacobian, steepestSlope } from './softmax.ts';

const row = fc.array(fc.double({ min: -30, max: 30, noNaN: true }), { minLength: 1, maxLength: 12 });

describe('softmax', () => {
  it('weighs ln 1, ln 2, ln 3 as 1 : 2 : 3', () => {
    softmax([0, Math.log(2), Math.log(3)]).forEach((p, i) => expect(p).toBeCloseTo((i + 1) / 6, 15));
  });

  it('sums to 1 and does not see a constant added to every score', () => {
    fc.assert(
      fc.property(row, fc.integer({ min: -1000, max: 1000 }), (x, shift) => {
        const p = softmax(x);
        expect(p.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
        softmax(x.map((score) => score + shift)).forEach((q, i) => expect(q).toBeCloseTo(p[i]!, 10));
      }),
    );
  });

  it('survives scores whose exponential overflows', () => {
    expect(softmax([1e4, 1e4, -1e4])).toEqual([0.5, 0.5, 0]);
  });

  it('gives a forbidden key no weight, and a row with no permitted key no weight at all', () => {
    expect(softmax([3, -Infinity, 3])).toEqual([0.5, 0, 0.5]);
    expect(softmax([-Infinity, -Infinity])).toEqual([0, 0]);
  });
});

describe('entropy', () => {
  it('is 0 for a one-hot row and ln n for a uniform one', () => {
    expect(entropy([0, 1, 0])).toBe(0);
    expect(entropy([0.25, 0.25, 0.25, 0.25])).toBeCloseTo(Math.log(4), 15);
  });
});

describe('softmaxJacobian', () => {
  it('agrees with finite differences', () => {
    const x = [0.3, -1.2, 2, 0.7];
    const h = 1e-6;
    const J = softmaxJacobian(softmax(x));
    for (let j = 0; j < x.length; j++) {
      const nudged = (by: number) => softmax(x.map((score, c) => (c === j ? score + by : score)));
      const [up, down] = [nudged(h), nudged(-h)];
      x.forEach((_, i) => expect(J.at(i, j)).toBeCloseTo((up[i]! - down[i]!) / (2 * h), 9));
    }
  });

  it('has its largest entry on the diagonal, never above 1/4', () => {
    fc.assert(
      fc.property(row, (x) => {
        const p = softmax(x);
        const largest = Math.max(...softmaxJacobian(p).toRows().flat().map(Math.abs));
        expect(steepestSlope(p)).toBeCloseTo(largest, 14);
        expect(largest).toBeLessThanOrEqual(0.25);
      }),
    );
  });
});
