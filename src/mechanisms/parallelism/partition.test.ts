import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partition, sizeOf } from './partition.ts';

describe('partition', () => {
  it('gives the remainder to the first slices, as worked by hand', () => {
    expect(partition(10, 4)).toEqual([
      { start: 0, end: 3 },
      { start: 3, end: 6 },
      { start: 6, end: 8 },
      { start: 8, end: 10 },
    ]);
  });

  it('covers every element exactly once, in order, with sizes that differ by at most one', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.integer({ min: 1, max: 40 }), (length, parts) => {
        const slices = partition(length, parts);
        const covered = slices.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i));
        expect(slices).toHaveLength(parts);
        expect(covered).toEqual(Array.from({ length }, (_, i) => i));
        const sizes = slices.map(sizeOf);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each([
    [-1, 2],
    [1.5, 2],
    [4, 0],
    [4, 2.5],
    [Number.NaN, 1],
  ])('throws on %s elements in %s parts', (length, parts) => {
    expect(() => partition(length, parts)).toThrow(RangeError);
  });
});
