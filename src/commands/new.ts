/**
 * `npm run new paper`: begins a paper's page. Asks for what it needs, or takes it as flags (after `--`):
 * `npm run new paper -- --slug gandiva --title "Gandiva: …" --week 6 --arxiv 1802.01234`, and as needed `--track`,
 * `--url`, `--topic`. Writes the page, which is valid at once and says where the author's words go, and its line in the week.
 */
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { list, readCorpus, rows, weekData, type CorpusIndex } from '#build/content/corpus-index.ts';
import { paperFile, refusals, type Known, type PaperRequest } from './new.paper.ts';
import { addToWeek } from './new.week-entry.ts';

const text = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { slug: text, title: text, week: text, track: text, arxiv: text, url: text, topic: text },
});
if (positionals.join(' ') !== 'paper') stop(['What is new? npm run new paper']);

const index = readCorpus(process.cwd());
const known = knownIn(index);
const request = await complete(values);
const reasons = refusals(request, known);
if (reasons.length > 0) stop(reasons);

const week = `week-${String(request.week).padStart(2, '0')}`;
const paper = `content/papers/${week}/${request.slug}.mdx`;
const weekFile = `content/weeks/${week}.mdx`;
const template = fs.readFileSync(path.join(import.meta.dirname, 'new.template.mdx'), 'utf8');
fs.mkdirSync(path.dirname(paper), { recursive: true });
fs.writeFileSync(paper, paperFile(template, request, known, new Date().toISOString().slice(0, 10)));
fs.writeFileSync(weekFile, addToWeek(fs.readFileSync(weekFile, 'utf8'), request.slug, request.track));
console.log(
  `Written: ${paper}\nAdded its line to ${weekFile}\n\nFill in what says “待写”; npm run dev shows the page while you write. How: content/AUTHORING.md.`,
);

function knownIn({ papers, weeks, topics }: CorpusIndex): Known {
  return {
    papers: new Map(papers.map((file) => [file.name, file.file])),
    weeks: new Map(
      weeks.map(weekData).map(({ number = 0, tracks }) => [number, list(tracks).flatMap((track) => track?.id ?? [])]),
    ),
    topics: rows(topics.yaml).flatMap((row) => row.id ?? []),
  };
}

/** The flags, and what they leave open asked on a terminal. */
async function complete({ slug, title, week: number, ...rest }: typeof values): Promise<PaperRequest> {
  const ask = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : undefined;
  const or = async (given: string | undefined, flag: string, question: string) =>
    given ?? (await ask?.question(`${question} `)) ?? stop([`Give --${flag}: ${question}`]);
  const needed = {
    title: await or(title, 'title', 'The paper’s title?'),
    slug: await or(slug, 'slug', 'Its slug (its address for ever, such as flashattention-2)?'),
    week: Number(await or(number, 'week', `Which week (${[...known.weeks.keys()].join(', ')})?`)),
  };
  const arxiv =
    rest.arxiv ?? (rest.url === undefined ? await ask?.question('Its arXiv id (empty if it has none)? ') : undefined);
  const url = rest.url ?? (arxiv === '' ? await ask?.question('The address of its page (https://…)? ') : undefined);
  ask?.close();
  return { ...needed, arxiv: arxiv === '' ? undefined : arxiv, url, track: rest.track, topic: rest.topic };
}

function stop(lines: string[]): never {
  console.error(lines.join('\n'));
  process.exit(1);
}
