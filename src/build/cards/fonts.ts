import fs from 'node:fs';
import path from 'node:path';
import type { Font } from 'satori';

const FACES = [
  ['Source Serif 4', 'source-serif-4/files/source-serif-4-latin-600-normal.woff'],
  ['Noto Serif SC', 'noto-serif-sc/files/noto-serif-sc-chinese-simplified-600-normal.woff'],
] as const;

let fonts: Font[] | undefined;

/** The faces of the cards, read once. */
export function cardFonts(): Font[] {
  fonts ??= FACES.map(([name, file]) => ({
    name,
    data: fs.readFileSync(path.resolve('node_modules/@fontsource', file)),
    weight: 600,
    style: 'normal',
  }));
  return fonts;
}
