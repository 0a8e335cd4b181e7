import fs from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { expect, it } from 'vitest';
import { renderMath } from '../math/render.ts';
import { mathGlyphs } from './math-glyphs.ts';
import { find, html } from './testing/site-of.ts';

const require = createRequire(import.meta.url);
const css = fs.readFileSync(require.resolve('katex/dist/katex.min.css'), 'utf8');

/** A page with a formula, and KaTeX's faces: Math-Italic cut to `letters`, the others whole. */
async function files(tex: string, letters: string): Promise<Record<string, string | Buffer>> {
  const fonts = [...css.matchAll(/fonts\/(KaTeX_[\w-]+\.woff2)/g)].map((match) => match[1]!);
  const whole = fonts.map((name): [string, Buffer] => [
    `fonts/${name}`,
    fs.readFileSync(require.resolve(`katex/dist/fonts/${name}`)),
  ]);
  const cut = await subsetFont(new Map(whole).get('fonts/KaTeX_Math-Italic.woff2')!, letters, {
    targetFormat: 'woff2',
  });
  return {
    ...Object.fromEntries(whole),
    'fonts/KaTeX_Math-Italic.woff2': cut,
    'katex.css': css,
    'index.html': html(renderMath(tex, true), '<link rel="stylesheet" href="/katex.css">'),
  };
}

it('passes formulas whose every character is in the face that draws it', async () => {
  const tex = '\\sum_{i=1}^{n} \\mathbb{R} \\le \\mathbf{v} \\sqrt{x} \\quad \\text{其中 $n$ 是长度}';
  expect(find(mathGlyphs, await files(tex, 'inx'))).toEqual([]);
});

it('finds a letter that was cut out of its face, though another face has it', async () => {
  expect(find(mathGlyphs, await files('x + \\mathrm{y} + z', 'xy'))).toEqual([
    '/: KaTeX_Math italic (fonts/KaTeX_Math-Italic.woff2) lacks “z” U+007A',
  ]);
});

it('finds a face whose file is missing', async () => {
  const { 'fonts/KaTeX_Math-Italic.woff2': _, ...without } = await files('x', 'x');
  expect(find(mathGlyphs, without)).toEqual(['/: the font file of KaTeX_Math italic is missing']);
});

it('finds formulas on a page without the stylesheet, where they would stand twice', async () => {
  const { 'index.html': page, ...rest } = await files('x', 'x');
  const bare = String(page).replace(/<link[^>]*>/, '');
  expect(find(mathGlyphs, { ...rest, 'index.html': bare })).toEqual([
    "/: there are formulas, but KaTeX's stylesheet is not loaded: import 'katex/dist/katex.css' in its route",
  ]);
});
