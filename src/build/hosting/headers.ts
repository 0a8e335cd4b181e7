/**
 * The Content-Security-Policy: nothing from other origins, no inline scripts. Style attributes are allowed (KaTeX sets
 * heights with them), style elements are not. Pagefind's index is searched by WebAssembly.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

export interface HeaderRule {
  /** A path pattern as Netlify and Cloudflare write it, relative to the site's base. */
  path: string;
  headers: Record<string, string>;
}

const immutable = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/** What a host must send. Pages may be framed only where they are made for it (/embed/). */
export const HEADER_RULES: readonly HeaderRule[] = [
  {
    path: '*',
    headers: {
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    },
  },
  { path: '_astro/*', headers: immutable },
];
