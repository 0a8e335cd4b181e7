import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, createStaticServer } from './static-server.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'static-server-'));
const inside = (name: string) => path.join(folder, name);
const TEXT = '汉字'.repeat(500);

beforeAll(() => {
  const files = {
    'index.html': 'home',
    '404.html': 'gone',
    'papers/zero/index.html': TEXT,
    'theme.js': '1',
    'papers.bib': '@article{}',
    'a b.svg': '<svg/>',
    'font.woff2': 'x',
    _headers: '/*\n  X-All: yes\n\n/papers/*\n  X-All: too\n  X-Paper: yes\n',
  };
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(inside(name)), { recursive: true });
    fs.writeFileSync(inside(name), text);
  }
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

describe('addresses', () => {
  const missing = { status: 404, file: inside('404.html') };
  it.each([
    ['/', { status: 200, file: inside('index.html') }],
    ['/papers/zero/?q=1', { status: 200, file: inside('papers/zero/index.html') }],
    ['/papers/zero', { status: 301, location: '/papers/zero/' }],
    ['/papers/zero?q=1?2', { status: 301, location: '/papers/zero/?q=1?2' }],
    ['/theme.js', { status: 200, file: inside('theme.js') }],
    ['/a%20b.svg', { status: 200, file: inside('a b.svg') }],
    ['/theme.js/', missing],
    ['/papers/', missing],
    ['/no', missing],
    ['/../static-server.ts', missing],
    ['/%2e%2e/%2e%2e/etc/passwd', missing],
    ['/%', { status: 400 }],
    ['/%00', { status: 400 }],
    ['//example.com/papers/zero', { status: 400 }],
  ])('%s', (target, expected) => {
    expect(answer({ folder, base: '/' }, target)).toEqual(expected);
  });

  it.each([
    ['/', { status: 302, location: '/course/llm/' }],
    ['/course/llm', { status: 301, location: '/course/llm/' }],
    ['/course/llm/', { status: 200, file: inside('index.html') }],
    ['/course/llm/papers/zero', { status: 301, location: '/course/llm/papers/zero/' }],
    ['/papers/zero/', missing],
  ])('%s under a sub-path', (target, expected) => {
    expect(answer({ folder, base: '/course/llm/' }, target)).toEqual(expected);
  });
});

describe('answers', () => {
  const server = createStaticServer({ folder, base: '/' });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => void server.close());

  /** By node:http, because fetch asks for compression and hides it. */
  const get = (target: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<http.IncomingMessage & { body: Buffer }>((resolve, reject) => {
      const request = http.request(
        { port: (server.address() as AddressInfo).port, host: '127.0.0.1', path: target, headers, method },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => resolve(Object.assign(response, { body: Buffer.concat(chunks) })));
        },
      );
      request.on('error', reject).end();
    });

  it('have the media type of the file', async () => {
    const types = await Promise.all(
      ['/', '/theme.js', '/papers.bib', '/font.woff2'].map(
        async (target) => (await get(target)).headers['content-type'],
      ),
    );
    expect(types).toEqual([
      'text/html; charset=utf-8',
      'text/javascript; charset=utf-8',
      'application/x-bibtex; charset=utf-8',
      'font/woff2',
    ]);
  });

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip;q=1.0', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', undefined],
  ])('to “Accept-Encoding: %s” come in %s', async (accepted, encoding) => {
    const response = await get('/papers/zero/', { 'Accept-Encoding': accepted });
    expect(response.headers['content-encoding']).toBe(encoding);
    expect(response.body.length).toBe(Number(response.headers['content-length']));
    if (encoding) expect(response.body.length).toBeLessThan(Buffer.byteLength(TEXT) / 10);
    else expect(response.body.toString()).toBe(TEXT);
  });

  it('are not compressed where that gains nothing', async () => {
    expect((await get('/font.woff2', { 'Accept-Encoding': 'br' })).headers['content-encoding']).toBeUndefined();
  });

  it('carry the headers of the site’s own _headers file', async () => {
    expect((await get('/papers/zero/')).headers).toMatchObject({ 'x-all': 'yes, too', 'x-paper': 'yes' });
    expect((await get('/theme.js')).headers['x-paper']).toBeUndefined();
  });

  it('to missing addresses are the site’s own page with 404', async () => {
    const response = await get('/no/such/page/');
    expect([response.statusCode, response.body.toString()]).toEqual([404, 'gone']);
  });

  it('to HEAD have no body, and other methods are refused', async () => {
    expect((await get('/papers/zero/', {}, 'HEAD')).body.length).toBe(0);
    expect((await get('/', {}, 'POST')).statusCode).toBe(405);
  });
});
