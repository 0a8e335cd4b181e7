import fs from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { site } from '../../site.ts';
import { markdownTwin } from './markdown-twin.ts';

/** Writes a Markdown twin beside every paper's page: /papers/<slug>.md, for machines and for readers of plain text. */
export function twins(): AstroIntegration {
  return {
    name: 'twins',
    hooks: {
      'astro:build:done': async ({ dir, pages }) => {
        for (const { pathname } of pages) {
          const slug = /^papers\/([^/]+)\/$/.exec(pathname)?.[1];
          if (slug === undefined) continue;
          const html = await fs.readFile(new URL(`${pathname}index.html`, dir), 'utf8');
          const address = new URL(`${site.base}${pathname}`, site.origin).href;
          await fs.writeFile(new URL(`papers/${slug}.md`, dir), markdownTwin(html, address));
        }
      },
    },
  };
}
