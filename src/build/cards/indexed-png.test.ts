import fc from 'fast-check';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { indexedPng, type Colour } from './indexed-png.ts';

const channel = fc.integer({ min: 0, max: 255 });
const pictures = fc
  .record({
    width: fc.integer({ min: 1, max: 40 }),
    height: fc.integer({ min: 1, max: 40 }),
    palette: fc.array(fc.tuple(channel, channel, channel), { minLength: 1, maxLength: 256 }),
  })
  .chain(({ width, height, palette }) =>
    fc.record({
      width: fc.constant(width),
      palette: fc.constant(palette as Colour[]),
      pixels: fc.uint8Array({ minLength: width * height, maxLength: width * height, max: palette.length - 1 }),
    }),
  );

it('is read by an image library as the colours that were written', async () => {
  await fc.assert(
    fc.asyncProperty(pictures, async ({ width, palette, pixels }) => {
      const { data, info } = await sharp(indexedPng(pixels, width, palette))
        .toColourspace('srgb')
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([width, pixels.length / width]);
      expect([...data]).toEqual([...pixels].flatMap((index) => palette[index]!));
    }),
    { numRuns: 40 },
  );
});
