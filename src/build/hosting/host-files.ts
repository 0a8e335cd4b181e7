import { headersFor, type HeaderRule } from './headers.ts';

/** The rules as Netlify and Cloudflare Pages read them (`_headers`). */
export function headersFile(rules: readonly HeaderRule[], base: string): string {
  const block = ({ path, headers }: HeaderRule) =>
    [`${base}${path}`, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return `${rules.map(block).join('\n\n')}\n`;
}

/** The rules in a `_headers` file, with paths relative to `base`. */
export function parseHeadersFile(source: string, base: string): HeaderRule[] {
  return source
    .trim()
    .split(/\n\n+/)
    .map((block) => {
      const [path = '', ...lines] = block.split('\n');
      return {
        path: path.slice(base.length),
        headers: Object.fromEntries(lines.map((line) => splitOnce(line.trim(), ': '))),
      };
    });
}

function splitOnce(text: string, by: string): [string, string] {
  const at = text.indexOf(by);
  return [text.slice(0, at), text.slice(at + by.length)];
}

/**
 * A site under a sub-path, on hosts that serve the folder at the root (`_redirects`): its addresses lead to the files,
 * and the root leads to it. Nothing is needed for a site at the root; these hosts add trailing slashes by themselves.
 */
export function redirectsFile(base: string): string | undefined {
  return base === '/' ? undefined : `/ ${base} 302\n${base}* /:splat 200\n`;
}

/**
 * The rules as locations to include in an nginx server block. nginx does not inherit add_header into a location that
 * has its own, so that each location repeats what holds everywhere.
 */
export function nginxFile(rules: readonly HeaderRule[], base: string): string {
  const location = (rule: HeaderRule) => {
    const isFolder = rule.path.endsWith('*');
    const path = isFolder ? rule.path.slice(0, -1) : rule.path;
    const headers = Object.entries(headersFor(path, rules)).map(
      ([name, value]) => `  add_header ${name} "${value}" always;`,
    );
    // nginx looks a folder's headers up by the index file that it finds there.
    return [
      `location ${isFolder ? '' : '= '}${base}${path || (isFolder ? '' : 'index.html')} {`,
      '  try_files $uri $uri/ =404;',
      ...headers,
      '}',
    ].join('\n');
  };
  return [
    `# Include this file inside a server block. Its root is the folder in which the address ${base} leads to this site.`,
    [
      'index index.html;',
      `error_page 404 ${base}404.html;`,
      'gzip on;',
      'gzip_types text/css text/javascript application/javascript application/json image/svg+xml application/wasm;',
    ].join('\n'),
    ...rules.map(location),
    '',
  ].join('\n\n');
}
