import { builtSite, type BuiltSite } from '../built-site.ts';
import type { Check } from '../check.ts';

/** A site of these files, served at https://example.org under `base`. */
export function siteOf(files: Record<string, string | Buffer>, base = '/'): BuiltSite {
  return builtSite(new Map(Object.entries(files).map(([name, contents]) => [name, Buffer.from(contents)])), {
    origin: 'https://example.org',
    base,
  });
}

/** What a check finds on a site of these files, as `where: what`. */
export function find(check: Check, files: Record<string, string | Buffer>, base?: string): string[] {
  return check.run(siteOf(files, base)).map(({ where, what }) => `${where}: ${what}`);
}

/** A whole page with this body and head. */
export const html = (body: string, head = '') =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
