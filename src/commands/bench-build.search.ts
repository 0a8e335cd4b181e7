import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

/** What search costs on a built site, in KB as brotli sends them; Pagefind's files are compressed already. */
export interface SearchCost {
  /** The words and the first chunk of names: what stands behind the first results. */
  first: number;
  /** The names of all papers: what the list of results is complete with. */
  names: number;
  /** The pages' texts on the server, of which a query loads a few pieces. */
  texts: number;
}

/** Weighs the search files of the site built in `dist`. */
export function searchCost(dist: string): SearchCost {
  const folder = path.join(dist, 'search');
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.json'));
  const weigh = (pattern: RegExp) => sum(files.filter((name) => pattern.test(name)).map((name) => sent(folder, name)));
  const words = weigh(/^(manifest|words\.\w+)\.json$/);
  return { first: words + weigh(/^papers-1\./), names: words + weigh(/^papers-/), texts: textsOf(dist) };
}

const KB = 1000;
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const sent = (folder: string, name: string): number =>
  zlib.brotliCompressSync(fs.readFileSync(path.join(folder, name))).length / KB;

function textsOf(dist: string): number {
  const folder = path.join(dist, 'pagefind');
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return sum(files.map((name) => fs.statSync(path.join(folder, name))).map((s) => (s.isFile() ? s.size / KB : 0)));
}
