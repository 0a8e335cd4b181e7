import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import subsetFont from 'subset-font';
import { usedMathGlyphs } from './used-glyphs.ts';

const LATIN = Array.from({ length: 0x7e - 0x20 + 1 }, (_, i) => String.fromCharCode(0x20 + i)).join('') + '·–—‘’“”é×→';

/**
 * Cuts the site's fonts down to the glyphs that it uses, before the build: KaTeX's faces to those of the formulas, the
 * headings' Latin face to ASCII. Vite then names each by its content, so that a browser never keeps a stale one.
 */
export function fonts(): AstroIntegration {
  return {
    name: 'fonts',
    hooks: {
      'astro:config:setup': async ({ config, updateConfig }) => {
        const root = fileURLToPath(config.root);
        const cut = path.join(root, 'node_modules/.cache/reading-list/fonts');
        updateConfig({ vite: { plugins: [mathStylesheet(root, cut)], resolve: { alias: { '@fonts': cut } } } });
        await cutFont(path.join(root, 'node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2'), LATIN, path.join(cut, 'source-serif-4-600.woff2'));
      },
      'astro:config:done': async ({ config }) => {
        const root = fileURLToPath(config.root);
        const glyphs = usedMathGlyphs(root);
        const source = path.join(root, 'node_modules/katex/dist/fonts');
        const cut = path.join(root, 'node_modules/.cache/reading-list/fonts');
        const faces = fs.readdirSync(source).filter((name) => name.endsWith('.woff2'));
        await Promise.all(faces.map((name) => cutFont(path.join(source, name), glyphs, path.join(cut, name))));
      },
    },
  };
}

async function cutFont(from: string, glyphs: string, to: string): Promise<void> {
  const stamp = `${to}.glyphs`;
  if (fs.existsSync(to) && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === glyphs) return;
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.writeFileSync(to, await subsetFont(fs.readFileSync(from), glyphs, { targetFormat: 'woff2' }));
  fs.writeFileSync(stamp, glyphs);
}

/** KaTeX's stylesheet with the cut faces instead of its own, woff2 only. */
function mathStylesheet(root: string, cut: string) {
  const faces = path.relative(path.join(root, 'node_modules/katex/dist'), cut).split(path.sep).join('/');
  return {
    name: 'math-stylesheet',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      if (!/katex(\.min)?\.css$/.test(id.split('?')[0]!)) return undefined;
      return code.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g, '').replaceAll('url(fonts/', `url(${faces}/`);
    },
  };
}
