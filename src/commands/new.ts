/** `npm run new paper -- --slug … --title … --week … [--arxiv …] [--year …]`; asks on a terminal for what is not given. */
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { objections, paperFile, weekName, withPaper } from './new.paper.ts';

const root = path.resolve(import.meta.dirname, '../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    slug: { type: 'string' },
    title: { type: 'string' },
    week: { type: 'string' },
    arxiv: { type: 'string' },
    year: { type: 'string' },
  },
});
if (positionals[0] !== 'paper')
  fail(['Usage: npm run new paper -- --slug <slug> --title <title> --week <number> [--arxiv <id>] [--year <year>]']);

const weeks = fs
  .readdirSync(path.join(root, 'content/weeks'))
  .flatMap((name) => /^week-(\d+)\.mdx$/.exec(name)?.[1] ?? [])
  .map(Number);
const slugs = fs
  .readdirSync(path.join(root, 'content/papers'), { recursive: true, encoding: 'utf8' })
  .flatMap((name) => (name.endsWith('.mdx') ? [path.basename(name, '.mdx')] : []));

const terminal = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : undefined;
const ask = async (given: string | undefined, question: string, otherwise = ''): Promise<string> =>
  given ?? ((await terminal?.question(`${question} `))?.trim() || otherwise);
const title = await ask(values.title, 'Title (English, as printed):');
const slug = await ask(values.slug, 'Slug (its address for ever, e.g. flashattention):');
const week = Number(await ask(values.week, `Week (${weeks.join(', ')}):`));
const arxiv = (await ask(values.arxiv, 'arXiv id (empty if none):')) || undefined;
const year = Number(await ask(values.year, 'Year of publication:', String(new Date().getFullYear())));
terminal?.close();

const paper = { slug, title, week, arxiv, year };
const against = objections(paper, { slugs, weeks });
if (against.length > 0) fail(against);

const file = path.join(root, 'content/papers', weekName(week), `${slug}.mdx`);
const list = path.join(root, 'content/weeks', `${weekName(week)}.mdx`);
fs.mkdirSync(path.dirname(file), { recursive: true });
fs.writeFileSync(file, paperFile(paper, new Date().toISOString().slice(0, 10)));
fs.writeFileSync(list, withPaper(fs.readFileSync(list, 'utf8'), slug));
console.log(
  `Wrote ${path.relative(root, file)}\nListed it in ${path.relative(root, list)}\nFill in the lines that end in ←, then: npm run build`,
);

function fail(reasons: readonly string[]): never {
  console.error(reasons.join('\n'));
  process.exit(1);
}
