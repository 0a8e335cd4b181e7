import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockSizes, cut, length, sramFootprint } from './tiling.ts';

describe('blockSizes', () => {
  it.each([
    { M: 98_304, d: 64, Br: 64, Bc: 384, why: '192 KB of 2-byte elements: Br is held down to d' },
    { M: 64, d: 4, Br: 4, Bc: 4, why: 'a toy SRAM where both limits meet' },
    { M: 100, d: 64, Br: 1, Bc: 1, why: 'an SRAM of little more than one row' },
    { M: 130, d: 8, Br: 5, Bc: 5, why: '130/32 rounds up' },
  ])('gives Br = $Br, Bc = $Bc for M = $M, d = $d: $why', ({ M, d, Br, Bc }) => {
    expect(blockSizes(M, d)).toEqual({ Br, Bc });
  });

  it('fills M with four blocks, so that the score tile may overdraw it by at most a quarter (and the statistics)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 128 }), fc.integer({ min: 1, max: 500 }), (d, quarter) => {
        const M = 4 * d * quarter;
        const sizes = blockSizes(M, d);
        expect(sramFootprint(sizes, d) - 2 * sizes.Br).toBeLessThanOrEqual(1.25 * M);
      }),
    );
    expect(sramFootprint(blockSizes(4 * 64 * 64, 64), 64) - 128).toBe(1.25 * 4 * 64 * 64);
  });
});

describe('cut', () => {
  it('covers every index once, in order, with blocks of the asked size but for a ragged last one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 70 }), (n, size) => {
        const ranges = cut(n, size);
        const indices = ranges.flatMap((r) => Array.from({ length: length(r) }, (_, k) => r.start + k));
        expect(indices).toEqual(Array.from({ length: n }, (_, k) => k));
        ranges.slice(0, -1).forEach((r) => expect(length(r)).toBe(size));
      }),
    );
  });

  it.each([0, -1, 2.5, NaN])('throws on a block size of %s', (size) => expect(() => cut(4, size)).toThrow(RangeError));
});
