import { describe, expect, it } from 'vitest';
import { pointMass, rateInterval, upperTail } from './binomial-interval.ts';

describe('the interval of a rate', () => {
  it('has ends at which what was seen is as rare as allowed', () => {
    for (const [k, n] of [
      [7, 10],
      [99, 100],
      [1, 40],
    ] as const) {
      const [low, high] = rateInterval(k, n);
      expect(upperTail(n, k, low)).toBeCloseTo(0.025, 9);
      expect(1 - upperTail(n, k + 1, high)).toBeCloseTo(0.025, 9);
    }
  });

  it('without a failure begins at 0.025^(1/n)', () => {
    for (const n of [1, 10, 55, 300]) expect(rateInterval(n, n)).toEqual([expect.closeTo(0.025 ** (1 / n), 9), 1]);
  });

  it('holds the true rate in at least 95 of 100 experiments, whatever the rate', () => {
    const n = 30;
    const intervals = Array.from({ length: n + 1 }, (_, k) => rateInterval(k, n));
    for (let p = 0.01; p < 1; p += 0.01) {
      const covered = intervals.reduce(
        (sum, [low, high], k) => sum + (low <= p && p <= high ? pointMass(n, k, p) : 0),
        0,
      );
      expect(covered).toBeGreaterThanOrEqual(0.95 - 1e-9);
    }
  });
});

it('the masses of all outcomes add up to 1', () => {
  expect(upperTail(2000, 0, 0.31)).toBeCloseTo(1, 9);
});
