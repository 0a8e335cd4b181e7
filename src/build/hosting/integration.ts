import fs from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { site } from '../../site.ts';
import { HEADER_RULES, type HeaderRule } from './headers.ts';

/** Writes the files by which common hosts learn the headers: _headers (Netlify, Cloudflare Pages), nginx.conf. */
export function hosting(): AstroIntegration {
  return {
    name: 'hosting',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        await fs.writeFile(new URL('_headers', dir), headersFile(HEADER_RULES, site.base));
        await fs.writeFile(new URL('nginx.conf', dir), nginxFile(HEADER_RULES, site.base));
      },
    },
  };
}

/** The rules as Netlify and Cloudflare Pages read them. */
export function headersFile(rules: readonly HeaderRule[], base: string): string {
  const block = ({ path, headers }: HeaderRule) => [`${base}${path}`, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return `${rules.map(block).join('\n\n')}\n`;
}

/** The rules as locations to include in an nginx server block. nginx does not inherit add_header into a location that has its own. */
export function nginxFile(rules: readonly HeaderRule[], base: string): string {
  const [everywhere, ...special] = rules;
  const lines = (headers: Record<string, string>) => Object.entries(headers).map(([name, value]) => `  add_header ${name} "${value}" always;`);
  const location = (path: string, headers: Record<string, string>) => [`location ${path} {`, '  try_files $uri $uri/index.html =404;', ...lines(headers), '}'].join('\n');
  return [
    '# include this file inside a server block; root is the folder that holds the site',
    `error_page 404 ${base}404.html;`,
    location(base, everywhere!.headers),
    ...special.map((rule) => location(`${base}${rule.path.replace(/\*$/, '')}`, { ...everywhere!.headers, ...rule.headers })),
    '',
  ].join('\n\n');
}
