import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export interface Cache {
  /** The value kept under `key`, or made now and kept for the next build. */
  get(key: string, make: () => string): string;
}

const digest = (value: string) => createHash('sha256').update(value).digest('hex').slice(0, 32);

/**
 * Values that survive between builds, one small file each under node_modules/.cache. `salt` is everything besides the
 * key that the values depend on (a library's version, its options): another salt is another cache.
 */
export function createCache(name: string, salt: unknown, root = path.resolve('node_modules/.cache/reading-list')): Cache {
  const folder = path.join(root, `${name}-${digest(JSON.stringify(salt))}`);
  const memory = new Map<string, string>();
  return {
    get(key, make) {
      const hash = digest(key);
      const known = memory.get(hash) ?? read(path.join(folder, hash.slice(0, 2), hash));
      const value = known ?? make();
      if (known === undefined) write(path.join(folder, hash.slice(0, 2), hash), value);
      memory.set(hash, value);
      return value;
    },
  };
}

function read(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Writes beside and renames, so that a build that is interrupted never leaves half a value. */
function write(file: string, value: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}`;
  fs.writeFileSync(beside, value);
  fs.renameSync(beside, file);
}
