import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { headersFor, type HeaderRule } from './headers.ts';
import { parseHeadersFile } from './host-files.ts';
import { compressible, mediaType } from './media-types.ts';

/** A built site on disk and the path under which it is served, with a slash at both ends. */
export interface ServedSite {
  folder: string;
  base: string;
}

/** What the server says to a path: a file with a status, or another address. */
export type Answer = { status: 200 | 404; file: string } | { status: 301 | 302; location: string } | { status: 400 };

/**
 * Serves a built site as a good host does: index files, one redirect to the slash, the 404 page, media types, brotli or
 * gzip, and the headers of the site's own `_headers` file, read anew for each request because the site may be rebuilt.
 */
export function createStaticServer(site: ServedSite): http.Server {
  const compress = createCompressor();
  return http.createServer((request, response) => {
    void respond(site, compress, request, response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
}

/** Which file or redirect stands at the path of a request, for example `/papers/zero/?q=1`. */
export function answer({ folder, base }: ServedSite, target: string): Answer {
  const [pathname = '/', query] = target.split(/\?(.*)/s);
  const decoded = decode(pathname);
  if (decoded === undefined) return { status: 400 };
  const missing: Answer = { status: 404, file: path.join(folder, '404.html') };
  if (decoded === '/' && base !== '/') return { status: 302, location: base };
  if (`${decoded}/` === base) return { status: 301, location: base };
  if (!decoded.startsWith(base)) return missing;
  const file = path.join(folder, decoded.slice(base.length));
  if (path.relative(folder, file).startsWith('..')) return missing;
  if (decoded.endsWith('/'))
    return isFile(path.join(file, 'index.html')) ? { status: 200, file: path.join(file, 'index.html') } : missing;
  if (isFile(file)) return { status: 200, file };
  if (isFile(path.join(file, 'index.html')))
    return { status: 301, location: `${encodeURI(decoded)}/${query === undefined ? '' : `?${query}`}` };
  return missing;
}

function decode(pathname: string): string | undefined {
  try {
    const decoded = decodeURIComponent(pathname);
    // “//host” would be an address of another site if it came back in a redirect.
    return decoded.startsWith('/') && !decoded.startsWith('//') && !decoded.includes('\0') && !decoded.includes('\\')
      ? decoded
      : undefined;
  } catch {
    return undefined;
  }
}

const isFile = (file: string) => fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

async function respond(
  site: ServedSite,
  compress: Compressor,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();
  const found = answer(site, request.url ?? '/');
  if (found.status === 400) return void response.writeHead(400).end();
  if ('location' in found) return void response.writeHead(found.status, { Location: found.location }).end();
  if (!isFile(found.file)) return void response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
  const type = mediaType(found.file);
  const encoding = compressible(type) ? preferred(request.headers['accept-encoding'] ?? '') : undefined;
  const body = await compress(found.file, encoding);
  response.writeHead(found.status, {
    'Content-Type': type,
    'Content-Length': body.length,
    Vary: 'Accept-Encoding',
    ...(encoding && { 'Content-Encoding': encoding }),
    ...headersFor(publicPath(site, found.file), rulesOf(site)),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The path, relative to the base, by which rules know a file: a page by its folder. */
function publicPath({ folder }: ServedSite, file: string): string {
  return path
    .relative(folder, file)
    .split(path.sep)
    .join('/')
    .replace(/(^|\/)index\.html$/, '$1');
}

function rulesOf({ folder, base }: ServedSite): HeaderRule[] {
  const file = path.join(folder, '_headers');
  return isFile(file) ? parseHeadersFile(fs.readFileSync(file, 'utf8'), base) : [];
}

type Encoding = 'br' | 'gzip';
type Compressor = (file: string, encoding: Encoding | undefined) => Promise<Buffer>;

function preferred(accepted: string): Encoding | undefined {
  const offers = accepted
    .split(',')
    .map((offer) => offer.trim())
    .filter((offer) => !/;\s*q=0(\.0*)?$/.test(offer))
    .map((offer) => offer.split(';')[0]);
  return (['br', 'gzip'] as const).find((encoding) => offers.includes(encoding));
}

const encoders = { br: promisify(zlib.brotliCompress), gzip: promisify(zlib.gzip) };

/** Compresses each state of a file once and keeps the result in memory. */
function createCompressor(): Compressor {
  const kept = new Map<string, Promise<Buffer>>();
  return (file, encoding) => {
    if (!encoding) return fs.promises.readFile(file);
    const { mtimeMs, size } = fs.statSync(file);
    const key = `${encoding} ${mtimeMs} ${size} ${file}`;
    const body = kept.get(key) ?? fs.promises.readFile(file).then((bytes) => encoders[encoding](bytes));
    kept.set(key, body);
    return body;
  };
}
