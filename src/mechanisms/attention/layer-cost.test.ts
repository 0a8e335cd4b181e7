import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layerCosts, separableConvolutionComplexity } from './layer-cost.ts';

const size = fc.record({
  n: fc.integer({ min: 2, max: 400 }),
  d: fc.integer({ min: 1, max: 2048 }),
  k: fc.integer({ min: 2, max: 9 }),
  r: fc.integer({ min: 3, max: 31 }).map((r) => r - (r % 2 === 0 ? 1 : 0)),
});

/** An independent witness: layers until position 0 has reached n − 1, spreading by `reach(layer)` positions a layer. */
function layersToCross(n: number, reach: (layer: number) => number): number {
  let layer = 0;
  for (let furthest = 0; furthest < n - 1; layer++) furthest += reach(layer);
  return layer;
}

describe('Table 1', () => {
  it('makes self-attention cheaper than recurrence exactly where n < d (§4)', () => {
    fc.assert(
      fc.property(size, (s) => {
        const cheaper = layerCosts['self-attention'](s).complexity < layerCosts.recurrent(s).complexity;
        expect(cheaper).toBe(s.n < s.d);
      }),
    );
  });

  it('makes a convolution k times as expensive as a recurrence (§4)', () => {
    fc.assert(
      fc.property(size, (s) => {
        expect(layerCosts.convolutional(s).complexity).toBe(s.k * layerCosts.recurrent(s).complexity);
      }),
    );
  });

  it('rounds up to the dilated convolutions that a walk along the sequence needs', () => {
    fc.assert(
      fc.property(size, (s) => {
        const walked = layersToCross(s.n, (layer) => (s.k - 1) * s.k ** layer);
        expect(Math.ceil(layerCosts.convolutional(s).maximumPathLength - 1e-9)).toBe(walked);
      }),
    );
  });

  it('grows as the walk through neighbourhoods of r does: between one and about three n/r', () => {
    fc.assert(
      fc.property(size, (s) => {
        const walked = layersToCross(s.n, () => (s.r - 1) / 2);
        const bound = layerCosts['restricted-self-attention'](s).maximumPathLength;
        expect(walked).toBeLessThanOrEqual(3 * bound + 1);
        expect(walked).toBeGreaterThanOrEqual(bound - 1);
      }),
    );
  });

  it('only the recurrence must wait for itself', () => {
    const s = { n: 70, d: 512, k: 3, r: 15 };
    const waits = Object.values(layerCosts).map((cost) => cost(s).sequentialOperations);
    expect(waits).toEqual([1, 70, 1, 1]);
  });
});

describe('separableConvolutionComplexity', () => {
  it('at k = n, equals a self-attention layer and a point-wise feed-forward layer (§4)', () => {
    fc.assert(
      fc.property(size, (s) => {
        const attention = layerCosts['self-attention'](s).complexity;
        expect(separableConvolutionComplexity({ ...s, k: s.n })).toBe(attention + s.n * s.d ** 2);
      }),
    );
  });
});
