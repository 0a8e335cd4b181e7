import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matrix } from '../numeric/matrix.ts';
import { createRandom } from '../numeric/random.ts';
import { convolve, cutPatches, embedPatches, type Image } from './patches.ts';

function noise(height: number, width: number, channels: number, seed: number): Image {
  const { normal } = createRandom(seed);
  const pixels = Array.from({ length: height * width * channels }, normal);
  return { height, width, channels, at: (y, x, c) => pixels[(y * width + x) * channels + c]! };
}

describe('patches', () => {
  it('flattened and multiplied are a convolution of the same weights with stride P', () => {
    const side = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(side, side, fc.constantFrom(1, 2, 3, 4), fc.constantFrom(1, 3), fc.nat(1000), (h, w, P, C, seed) => {
        const image = noise(h * P, w * P, C, seed);
        const { normal } = createRandom(seed + 1);
        const E = Matrix.from(P * P * C, 5, normal);
        expect(embedPatches(image, E, P).distance(convolve(image, E, P, P))).toBeLessThan(1e-12);
      }),
    );
  });

  it('are HW/P², and hold every number of the image once', () => {
    const image = noise(12, 8, 3, 1);
    const patches = cutPatches(image, 4);
    expect([patches.rows, patches.cols]).toEqual([6, 48]);
    const all = Array.from({ length: 12 }, (_, y) =>
      Array.from({ length: 8 }, (_, x) => [0, 1, 2].map((c) => image.at(y, x, c))),
    ).flat(2);
    const sorted = (values: number[]) => [...values].sort((a, b) => a - b);
    expect(sorted(patches.toRows().flat())).toEqual(sorted(all));
  });

  it('must fill the image', () => {
    expect(() => cutPatches(noise(10, 8, 1, 1), 4)).toThrow(RangeError);
  });
});
