import { describe, expect, it } from 'vitest';
import { compressionBlocks, paperShape } from './nsa.ts';
import { cachedTokens, decodeReads, totalReads, unionOfChoices, visitRatio, visits } from './nsa-reads.ts';

describe('decodeReads', () => {
  it.each([
    [8192, 2048, 4],
    [16384, 2560, 6.4],
    [32768, 3584, 9.1],
    [65536, 5632, 11.6],
  ])('at %i tokens is two below the %i of Table 4, which rounds, and gives its %f×', (s, printed, speedup) => {
    const reads = totalReads(decodeReads(s, paperShape));
    expect(reads).toBe(printed - 2);
    expect(s / reads).toBeCloseTo(speedup, 1);
  });

  it('stays linear in s: the speedup never reaches the stride d', () => {
    for (const s of [1e6, 1e8, 1e10]) expect(s / totalReads(decodeReads(s, paperShape))).toBeLessThan(paperShape.d);
  });
});

describe('visits', () => {
  it('counts the compression blocks that exist, one more than §5.2 once any does', () => {
    for (const t of [1, 31, 32, 47, 48, 1000]) {
      expect(visits(t, paperShape).cmp).toBe(compressionBlocks(t, paperShape).length);
    }
    expect(visits(65536, paperShape).cmp).toBe(decodeReads(65536, paperShape).cmp + 1);
  });

  it('never names more selected or recent tokens than there are', () => {
    expect(visits(100, paperShape)).toEqual({ cmp: 5, slc: 100, win: 100 });
  });
});

describe('visitRatio', () => {
  it('comes within a quarter of the measured forward speedups of Figure 6, and within 3% at 32k and 64k', () => {
    const measured = { 8192: 2.1, 16384: 3.8, 32768: 6.3, 65536: 9.0 };
    for (const [s, ratio] of Object.entries(measured)) {
      const off = visitRatio(Number(s), paperShape) / ratio - 1;
      expect(Math.abs(off)).toBeLessThan(Number(s) >= 32768 ? 0.03 : 0.25);
    }
  });

  it('is as counted by hand: 4 tokens, blocks of 2 at stride 2, one selected, a window of 1', () => {
    const shape = { l: 2, d: 2, lSel: 2, n: 1, initial: 0, local: 0, w: 1 };
    // t = 1: 0 + 1 + 1; t = 2: 1 + 2 + 1; t = 3: 1 + 2 + 1; t = 4: 2 + 2 + 1
    expect(visitRatio(4, shape)).toBeCloseTo(10 / (2 + 4 + 4 + 5), 12);
  });
});

describe('cachedTokens', () => {
  it('is more than dense attention caches', () => {
    expect(totalReads(cachedTokens(65536, paperShape))).toBeGreaterThan(65536);
  });
});

describe('unionOfChoices', () => {
  it('holds what any head chose', () => {
    const shape = { ...paperShape, n: 2, initial: 1, local: 0 };
    expect(
      unionOfChoices(
        [
          [0, 1, 9, 0],
          [0, 9, 1, 0],
          [0, 1, 9, 0],
        ],
        shape,
      ),
    ).toEqual([0, 1, 2]);
  });
});
