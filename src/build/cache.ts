import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export interface Cache {
  /** The value kept under `key`, or made now and kept for the next build. */
  get(key: string, make: () => string): string;
  /** The value kept under `key`, or made later and kept for the next build. */
  getLater(key: string, make: () => Promise<string>): Promise<string>;
}

const digest = (value: string) => hash('sha256', value).slice(0, 32);
const HEADER = /^([0-9a-f]{32}) (\d+)\n$/;
const HEADER_BYTES = 64;

/**
 * Values that survive between builds, appended one after another to one file under node_modules/.cache: a thousand
 * pages hold tens of thousands of formulas, and that many files cost more than the formulas. `salt` is everything
 * besides the key that the values depend on (a library's version, its options): another salt is another cache. The
 * bundle that renders the pages has a copy of this module of its own; both use one cache by way of the global registry.
 */
export function createCache(
  name: string,
  salt: unknown,
  root = path.resolve('node_modules/.cache/reading-list'),
): Cache {
  const file = path.join(root, `${name}-${digest(JSON.stringify(salt))}.values`);
  const registry = ((globalThis as Record<symbol, unknown>)[Symbol.for('reading-list:caches')] ??= new Map()) as Map<
    string,
    Cache
  >;
  const known = registry.get(file) ?? openCache(file);
  registry.set(file, known);
  return known;
}

function openCache(file: string): Cache {
  let values: Map<string, Buffer> | undefined;
  let out: number;
  const open = () => {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    out = fs.openSync(file, 'a+');
    const bytes = fs.readFileSync(file);
    const { values: found, end } = readValues(bytes);
    if (end < bytes.length) fs.ftruncateSync(out, end);
    return found;
  };
  const kept = (name: string) => (values ??= open()).get(name)?.toString('utf8');
  const keep = (name: string, value: string) => {
    const bytes = Buffer.from(value);
    fs.writeSync(out, Buffer.concat([Buffer.from(`${name} ${bytes.length}\n`), bytes]));
    values!.set(name, bytes);
    return value;
  };
  return {
    get(key, make) {
      const name = digest(key);
      return kept(name) ?? keep(name, make());
    },
    async getLater(key, make) {
      const name = digest(key);
      return kept(name) ?? keep(name, await make());
    },
  };
}

/** The values of a cache file by the digests of their keys, and where they end: a build that stops may leave half a value. */
function readValues(file: Buffer): { values: Map<string, Buffer>; end: number } {
  const values = new Map<string, Buffer>();
  let at = 0;
  while (at < file.length) {
    const start = file.indexOf(10, at) + 1;
    const header = start === 0 || start - at > HEADER_BYTES ? null : HEADER.exec(file.toString('latin1', at, start));
    const end = start + Number(header?.[2]);
    if (!header || end > file.length) break;
    values.set(header[1]!, file.subarray(start, end));
    at = end;
  }
  return { values, end: at };
}
