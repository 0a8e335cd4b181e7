import fs from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { expect, it } from 'vitest';
import { woff2Characters } from './woff2-characters.ts';

const require = createRequire(import.meta.url);
const main = fs.readFileSync(require.resolve('katex/dist/fonts/KaTeX_Main-Regular.woff2'));
const holds = (font: Buffer, text: string) => [...text].map((c) => woff2Characters(font).has(c.codePointAt(0)!));

it('finds the characters that a font can draw, and no others', () => {
  expect(holds(main, 'aZ09+∈')).toEqual(Array(6).fill(true));
  expect(holds(main, '中Ж')).toEqual([false, false]);
});

it('finds in a font cut to some characters just these', async () => {
  const cut = await subsetFont(main, 'ab+', { targetFormat: 'woff2' });
  expect([...woff2Characters(cut)].sort((a, b) => a - b)).toEqual([...'+ab'].map((c) => c.codePointAt(0)!));
});

it('refuses what is no WOFF2 font', () => {
  expect(() => woff2Characters(Buffer.from('<html></html>'))).toThrow('not a WOFF2 font');
});
