import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidateSizes, segmentsOf, tilesOf } from './tiles.ts';
import type { Extents } from './tiles.ts';

const extents = (max: number): fc.Arbitrary<Extents> => {
  const extent = fc.integer({ min: 1, max });
  return fc.record({ m: extent, n: extent, k: extent });
};
const stationary = fc.constantFrom('A' as const, 'B' as const, 'C' as const);

describe('tilesOf', () => {
  it('covers every multiplication of the product exactly once, in any order', () => {
    fc.assert(
      fc.property(extents(9), extents(5), stationary, (whole, tile, stays) => {
        const times = new Map<string, number>();
        for (const { start, size } of tilesOf(whole, tile, stays))
          for (let m = 0; m < size.m; m++)
            for (let n = 0; n < size.n; n++)
              for (let k = 0; k < size.k; k++) {
                const at = [start.m + m, start.n + n, start.k + k].join();
                times.set(at, (times.get(at) ?? 0) + 1);
              }
        expect(times.size).toBe(whole.m * whole.n * whole.k);
        expect(new Set(times.values())).toEqual(new Set([1]));
      }),
    );
  });

  it('walks along k while C stays', () => {
    const starts = [...tilesOf({ m: 2, n: 1, k: 3 }, { m: 1, n: 1, k: 2 }, 'C')].map(({ start }) => [start.m, start.k]);
    expect(starts).toEqual([[0, 0], [0, 2], [1, 0], [1, 2]]); // prettier-ignore
  });
});

describe('segmentsOf', () => {
  it('adds up to the extent, with one first and one last tile', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 100 }), (extent, tile) => {
        const segments = segmentsOf(extent, tile);
        const sum = (of: (s: (typeof segments)[number]) => number): number => segments.reduce((a, s) => a + of(s), 0);
        expect(sum(({ size, times }) => size * times)).toBe(extent);
        expect(sum(({ times }) => times)).toBe(Math.ceil(extent / tile));
        expect(sum(({ first, times }) => (first ? times : 0))).toBe(1);
        expect(sum(({ last, times }) => (last ? times : 0))).toBe(1);
      }),
    );
  });
});

describe('candidateSizes', () => {
  it('offers a small extent whole, a large one only in pieces', () => {
    expect(candidateSizes(100, [128, 64, 32])).toEqual([100, 64, 32]);
    expect(candidateSizes(1000, [128, 64, 32])).toEqual([128, 64, 32]);
  });
});
