import fs from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

/** Sides in pixels of the icons at /icons/<side>.png: for iOS, for launchers, and for their splash screens. */
export const ICON_SIDES = [180, 192, 512] as const;

/** The site's mark, public/favicon.svg, as a square PNG of `side` pixels. */
export function iconImage(side: number): Promise<Buffer> {
  const source = fs.readFileSync(path.resolve('public/favicon.svg'));
  const drawnAt = 32;
  return sharp(source, { density: (72 * side) / drawnAt })
    .resize(side, side)
    .png()
    .toBuffer();
}

/** An ICO file that holds one PNG of at most 256 pixels: a directory of one entry before it. */
export function icoFile(png: Buffer, side: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2); // an icon
  head.writeUInt16LE(1, 4); // of one image
  head.writeUInt8(side % 256, 6);
  head.writeUInt8(side % 256, 7);
  head.writeUInt16LE(1, 10); // colour planes
  head.writeUInt16LE(32, 12); // bits a pixel
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}
