import { expect, it } from 'vitest';
import { rankCorrelation } from './rank-correlation.ts';

it('is 1 for any rising function of a list and −1 for any falling one', () => {
  const a = [3, 1, 4, 1.5, 9, 2.6];
  expect(rankCorrelation(a, a.map(Math.exp))).toBe(1);
  expect(
    rankCorrelation(
      a,
      a.map((x) => -(x ** 3)),
    ),
  ).toBe(-1);
});

it('by hand: one exchange of neighbours among four is 1 − 6·2/60', () => {
  expect(rankCorrelation([1, 2, 3, 4], [1, 3, 2, 4])).toBeCloseTo(0.8, 12);
});

it('refuses lists of two lengths', () => {
  expect(() => rankCorrelation([1, 2], [1])).toThrow(RangeError);
});
