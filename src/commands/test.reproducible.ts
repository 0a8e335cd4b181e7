/**
 * Builds the site once more from nothing (no cached formula, listing, font or content) and compares it with dist/ byte
 * for byte. dist/ may have been built with a warm cache, so that this also shows that caches change nothing.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { differences } from './test.differences.ts';

const AGAIN = '.cache/again';

for (const cache of ['node_modules/.cache/reading-list', 'node_modules/.astro', 'node_modules/.vite'])
  fs.rmSync(cache, { recursive: true, force: true });
const { status } = spawnSync('astro', ['build'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, SITE_OUTPUT: AGAIN },
});
if (status !== 0) process.exit(status ?? 1);

const found = differences(readFolder('dist'), readFolder(AGAIN));
console.log(
  found.length === 0
    ? 'Two builds are byte-identical.'
    : `Two builds differ:\n${found.map((line) => `  ${line}`).join('\n')}`,
);
process.exitCode = found.length === 0 ? 0 : 1;

function readFolder(folder: string): Map<string, Buffer> {
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => fs.statSync(path.join(folder, name)).isFile());
  return new Map(files.sort().map((name) => [name, fs.readFileSync(path.join(folder, name))]));
}
