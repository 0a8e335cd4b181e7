import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { cards } from './src/build/cards/integration.ts';
import { content } from './src/build/content/integration.ts';
import { figures } from './src/build/figures/integration.ts';
import { fonts } from './src/build/fonts/integration.ts';
import { hosting } from './src/build/hosting/integration.ts';
import { markdown, REPLACED_ELEMENTS } from './src/build/markdown/processor.ts';
import { offline } from './src/build/offline/integration.ts';
import { safeOutput } from './src/build/safe-output.ts';
import { searchIndex } from './src/build/search/integration.ts';
import { twins } from './src/build/twins/integration.ts';
import { together } from './src/build/together.ts';
import { site } from './src/site.ts';

/** The characters of all formulas: the content check gathers them, the fonts are cut to them. */
const glyphs = new Set();

export default defineConfig({
  site: site.origin,
  base: site.base,
  trailingSlash: 'always',
  // A build goes to a folder of its own first (safe-output.ts); everything else looks at dist/.
  outDir: process.argv.includes('build') ? safeOutput.building : './dist',
  build: { inlineStylesheets: 'never', format: 'directory' },
  markdown: { processor: markdown(site.base), syntaxHighlight: false },
  integrations: [
    content(glyphs),
    ...(site.cards ? [cards()] : []),
    fonts(glyphs),
    mdx({ optimize: { ignoreElementNames: REPLACED_ELEMENTS } }),
    figures(),
    sitemap(),
    hosting(),
    together(twins(), searchIndex()),
    offline(),
    safeOutput(),
  ],
  vite: {
    plugins: [tailwindcss()],
    // No data: URLs and no inline scripts: the Content-Security-Policy forbids both.
    build: {
      assetsInlineLimit: 0,
      // Astro marks MDX modules with a directive that the bundler knows nothing of; the mark has done its work by then.
      rolldownOptions: { onLog: (level, log, handler) => log.code === 'MODULE_LEVEL_DIRECTIVE' || handler(level, log) },
    },
  },
});
