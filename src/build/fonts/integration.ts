import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import subsetFont from 'subset-font';
import type { Glyph } from '../math/drawn.ts';

/** What titles, headings and numerals are set in: letters, digits and the punctuation of titles. */
const LATIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;!?\'"()-+/&%·–—‘’“”é×→';

/**
 * Cuts the site's fonts down to the glyphs that it uses, before the build: each of KaTeX's faces to what it draws in
 * formulas, the headings' Latin face to ASCII. Vite then names each by its content, so that a browser never keeps a
 * stale one. `glyphs` are the formulas' characters with their faces; the content check has gathered them by the time
 * the configuration is done.
 */
export function fonts(glyphs: ReadonlySet<Glyph>): AstroIntegration {
  return {
    name: 'fonts',
    hooks: {
      'astro:config:setup': async ({ config, updateConfig }) => {
        const root = fileURLToPath(config.root);
        const cut = path.join(root, 'node_modules/.cache/reading-list/fonts');
        updateConfig({ vite: { plugins: [mathStylesheet], resolve: { alias: { '@fonts': cut } } } });
        await cutFont(
          path.join(root, 'node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2'),
          LATIN,
          path.join(cut, 'source-serif-4-600.woff2'),
        );
      },
      'astro:config:done': async ({ config }) => {
        const root = fileURLToPath(config.root);
        const source = path.join(root, 'node_modules/katex/dist/fonts');
        const cut = path.join(root, 'node_modules/.cache/reading-list/fonts');
        const faces = fs.readdirSync(source).filter((name) => name.endsWith('.woff2'));
        await Promise.all(
          faces.map((name) => cutFont(path.join(source, name), drawnBy(name, glyphs), path.join(cut, name))),
        );
      },
    },
  };
}

/** The characters that a face, KaTeX_Math-Italic.woff2, draws in all formulas. */
function drawnBy(file: string, glyphs: ReadonlySet<Glyph>): string {
  const prefix = `${file.slice('KaTeX_'.length, -'.woff2'.length)} `;
  return [...glyphs]
    .filter((glyph) => glyph.startsWith(prefix))
    .map((glyph) => glyph.slice(prefix.length))
    .sort()
    .join('');
}

/**
 * Glyphs that only ligatures and alternates would need are left out: they were a fifth of the Latin face. So is hinting,
 * which today's screens do not need: its program, 2 KB in every face of KaTeX, was a third of what a page of formulas loaded.
 */
const CUT = { targetFormat: 'woff2', noLayoutClosure: true, noHinting: true } as const;

async function cutFont(from: string, glyphs: string, to: string): Promise<void> {
  const stamp = `${to}.glyphs`;
  const made = JSON.stringify([glyphs, CUT]);
  if (fs.existsSync(to) && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === made) return;
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.writeFileSync(to, await subsetFont(fs.readFileSync(from), glyphs, CUT));
  fs.writeFileSync(stamp, made);
}

/** KaTeX's stylesheet with the cut faces instead of its own, woff2 only. */
const mathStylesheet = {
  name: 'math-stylesheet',
  enforce: 'pre' as const,
  transform: {
    filter: { id: /katex(\.min)?\.css/ },
    handler: (code: string) =>
      code.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g, '').replaceAll('url(fonts/', 'url(@fonts/'),
  },
};
