import { describe, expect, it } from 'vitest';
import { createRandom } from '../numeric/random.ts';
import { encodeChannel } from './anchor-deltas.ts';
import { countSymbols, idealBits } from './arithmetic-coder.ts';
import { binOf, bitsPerElement, DEFAULT_BINS, directBits, errorByLayer, sharedTableBits } from './cache-codec.ts';
import { correlatedCache } from './correlated-cache.ts';

const shape = { layers: 6, channels: 6, tokens: 400 };
const cache = (rho: number) => correlatedCache(shape, rho, createRandom(3));

describe('the codec', () => {
  it('gives two layers of six to each bin', () => {
    expect([0, 1, 2, 3, 4, 5].map((layer) => binOf(layer, 6, DEFAULT_BINS))).toEqual([0.5, 0.5, 1, 1, 1.5, 1.5]);
  });

  it('costs what its anchors and the entropy of its differences cost, within two bits a channel', () => {
    const one = cache(0.97);
    const ideal = one.flatMap((layer, l) =>
      layer.map((x) => {
        const { anchors, deltas } = encodeChannel(x, binOf(l, shape.layers, DEFAULT_BINS));
        return 8 * anchors.length + idealBits(deltas, countSymbols(deltas));
      }),
    );
    const elements = shape.layers * shape.channels * shape.tokens;
    const expected = ideal.reduce((a, b) => a + b, 0) / elements;
    expect(bitsPerElement(one, DEFAULT_BINS) - expected).toBeGreaterThanOrEqual(0);
    expect(bitsPerElement(one, DEFAULT_BINS) - expected).toBeLessThan((2 * shape.layers * shape.channels) / elements);
  });

  it('gains from differences where neighbours are alike, and loses where they are not', () => {
    expect(bitsPerElement(cache(0.99), DEFAULT_BINS)).toBeLessThan(directBits(cache(0.99), DEFAULT_BINS, 'each'));
    expect(bitsPerElement(cache(0.3), DEFAULT_BINS)).toBeGreaterThan(directBits(cache(0.3), DEFAULT_BINS, 'each'));
  });

  it('never loses by a table of its own for each channel', () => {
    const one = cache(0.97);
    expect(directBits(one, DEFAULT_BINS, 'each')).toBeLessThan(directBits(one, DEFAULT_BINS, 'one'));
    expect(bitsPerElement(one, DEFAULT_BINS)).toBeLessThan(sharedTableBits(one, DEFAULT_BINS));
  });

  it('errs like rounding, at most a bin over √12, and so more in deeper layers', () => {
    const errors = errorByLayer(cache(0.97), DEFAULT_BINS);
    errors.forEach((error, l) => {
      const rounding = binOf(l, 6, DEFAULT_BINS) / Math.sqrt(12);
      expect(error).toBeLessThan(1.02 * rounding);
      expect(error).toBeGreaterThan(0.8 * rounding);
    });
    expect(Math.min(errors[4]!, errors[5]!)).toBeGreaterThan(2 * Math.max(errors[0]!, errors[1]!));
  });
});
