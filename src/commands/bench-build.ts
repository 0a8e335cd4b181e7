/**
 * `npm run bench:build [-- 40 400 2000]`: what a build costs as the list grows. Builds synthetic corpora with this
 * project's own sources in a temporary folder, each twice: clean, and again with the caches that the first build left.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PAGE, writeCorpus } from './bench-build.corpus.ts';
import { measure, type Cost } from './bench-build.measure.ts';
import { searchCost, type SearchCost } from './bench-build.search.ts';
import { ASTRO, copyProject } from '#build/testing/project-copy.ts';

const SIZES = [40, 400, 2000];
const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((n) => n > 0);

console.log(
  `Each page: ${PAGE.characters} characters, ${PAGE.formulas} formulas, ${PAGE.listings} listings, ${PAGE.tables} table.\n`,
);
console.log(row('papers', 'build', 'wall s', 'CPU s', 'peak MB', 'pages/s'));
for (const papers of sizes.length > 0 ? sizes : SIZES) await bench(papers);

async function bench(papers: number): Promise<void> {
  const site = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-build-'));
  try {
    copyProject(site);
    writeCorpus(site, papers);
    for (const kind of ['clean', 'warm']) report(papers, kind, await build(site));
    reportSearch(searchCost(path.join(site, 'dist')));
  } finally {
    fs.rmSync(site, { recursive: true, force: true });
  }
}

function build(site: string): Promise<Cost> {
  return measure(process.execPath, [ASTRO, 'build'], site, { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' });
}

function report(papers: number, kind: string, { wall, cpu, memory }: Cost): void {
  console.log(
    row(
      String(papers),
      kind,
      wall.toFixed(1),
      cpu?.toFixed(1) ?? '–',
      memory?.toFixed(0) ?? '–',
      (papers / wall).toFixed(1),
    ),
  );
}

function reportSearch({ first, names, texts }: SearchCost): void {
  const kb = (n: number) => `${n.toFixed(0)} KB`;
  console.log(
    `         search: ${kb(first)} to the first results, ${kb(names)} for all names, ${kb(texts)} of texts on the server`,
  );
}

function row(...cells: string[]): string {
  return cells.map((cell) => cell.padStart(8)).join(' ');
}
