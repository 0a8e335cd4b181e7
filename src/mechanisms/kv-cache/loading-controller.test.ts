import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { overlap, recomputeRatio } from './loading-controller.ts';

const milliseconds = fc.double({ min: 0.1, max: 50, noNaN: true });

describe('recomputation behind loading', () => {
  it('ends after all layers of the slower and one of the faster', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), milliseconds, milliseconds, (n, load, compute) => {
        const expected = n * Math.max(load, compute) + Math.min(load, compute);
        expect(overlap(n, load, compute).at(-1)!.compute.end).toBeCloseTo(expected, 6);
      }),
    );
  });

  it('computes no layer before it is there and the one below done', () => {
    const layers = overlap(12, 4, 7);
    layers.forEach(({ load, compute }, l) => {
      expect(compute.start).toBeGreaterThanOrEqual(load.end);
      if (l > 0) expect(compute.start).toBeGreaterThanOrEqual(layers[l - 1]!.compute.end);
    });
  });
});

describe('the share to recompute', () => {
  it('is what loading hides: as long to compute as to load', () => {
    const r = recomputeRatio(20, 16);
    expect(r * 20).toBeCloseTo(16, 12);
  });

  it('never falls below what quality needs, nor exceeds everything', () => {
    expect(recomputeRatio(7 / 0.15, 4)).toBe(0.15);
    expect(recomputeRatio(5, 30)).toBe(1);
  });
});
