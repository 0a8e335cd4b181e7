import fs from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { site } from '../../site.ts';
import { headerRules } from './headers.ts';
import { headersFile, nginxFile, redirectsFile } from './host-files.ts';

/** Writes the files by which common hosts learn the headers: _headers and _redirects (Netlify, Cloudflare Pages), nginx.conf. */
export function hosting(): AstroIntegration {
  return {
    name: 'hosting',
    hooks: {
      'astro:build:done': async ({ dir, pages }) => {
        const rules = headerRules(pages.map((page) => page.pathname));
        await fs.writeFile(new URL('_headers', dir), headersFile(rules, site.base));
        await fs.writeFile(new URL('nginx.conf', dir), nginxFile(rules, site.base));
        const redirects = redirectsFile(site.base);
        if (redirects) await fs.writeFile(new URL('_redirects', dir), redirects);
      },
    },
  };
}
