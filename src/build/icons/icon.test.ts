import sharp from 'sharp';
import { expect, it } from 'vitest';
import { ICON_SIDES, icoFile, iconImage } from './icon.ts';

it.each(ICON_SIDES)('is a square of %i pixels in the mark’s red, with the page’s lines on it', async (side) => {
  const { data, info } = await sharp(await iconImage(side))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([side, side]);
  const at = (x: number, y: number) => [
    ...data.subarray((y * side + x) * info.channels, (y * side + x) * info.channels + 3),
  ];
  const unit = side / 32;
  expect(at(Math.round(3 * unit), Math.round(16 * unit))).toEqual([0xa8, 0x34, 0x1f]);
  expect(at(Math.round(16 * unit), Math.round(8 * unit))).toEqual([0xfc, 0xfb, 0xf8]);
});

it('in an ICO file lies where the directory says', async () => {
  const png = await iconImage(32);
  const ico = icoFile(png, 32);
  const [length, offset] = [ico.readUInt32LE(14), ico.readUInt32LE(18)];
  expect(ico.subarray(offset, offset + length).equals(png)).toBe(true);
  expect([...ico.subarray(0, 8)]).toEqual([0, 0, 1, 0, 1, 0, 32, 32]);
});
