/**
 * The Content-Security-Policy: nothing from other origins, no inline scripts. Style attributes are allowed (KaTeX sets
 * heights with them), style elements are not. Pagefind's index is searched by WebAssembly; a figure becomes a PNG by way
 * of a blob: image. Every page carries it as a <meta>; hosts send it too, because a <meta> does not govern workers.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

export interface HeaderRule {
  /** A path as Netlify and Cloudflare Pages write it, relative to the site's base: a file, or a folder and `*`. */
  path: string;
  headers: Record<string, string>;
}

/** The folder of pages that are made to stand in other people's pages. */
const FRAMEABLE = 'embed';

const IMMUTABLE = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/**
 * A second policy beside the first: browsers enforce both, and so do hosts that join the headers of all rules with a
 * comma. That is why it names the pages that must not be framed, rather than being lifted for those that may.
 */
const UNFRAMED = { 'Content-Security-Policy': "frame-ancestors 'self'" };

/** What a host must send with a site of these `pages` (paths without the base: ``, `weeks/3/`, `404/`). */
export function headerRules(pages: readonly string[]): HeaderRule[] {
  const tops = new Set(
    pages.map((page) => (page === '404/' ? '404.html' : page.includes('/') ? `${page.split('/')[0]}/*` : page)),
  );
  return [
    {
      path: '*',
      headers: {
        'Content-Security-Policy': CONTENT_SECURITY_POLICY,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'strict-origin-when-cross-origin',
        'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
      },
    },
    { path: '_astro/*', headers: IMMUTABLE },
    ...[...tops]
      .filter((top) => top !== `${FRAMEABLE}/*`)
      .sort()
      .map((path) => ({ path, headers: UNFRAMED })),
  ];
}

/** The headers for `path` (relative to the base) by all rules that match, values of the same header joined. */
export function headersFor(path: string, rules: readonly HeaderRule[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const rule of rules) {
    if (!(rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path)) continue;
    for (const [name, value] of Object.entries(rule.headers))
      headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  }
  return headers;
}
