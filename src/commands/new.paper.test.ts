import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { paperSchema } from '#corpus/schemas/paper.ts';
import { weekSchema } from '#corpus/schemas/week.ts';
import { objections, paperFile, withPaper } from './new.paper.ts';

const paper = { slug: 'tiresias', title: 'Tiresias: A GPU Cluster Manager', week: 6, year: 2019 };
const existing = { slugs: ['vit'], weeks: [3, 6, 8, 10] };
const frontMatter = (file: string) => parse(file.split('---\n')[1]!) as unknown;
const week = (name: string) => fs.readFileSync(new URL(`../../content/weeks/${name}.mdx`, import.meta.url), 'utf8');

describe('npm run new paper', () => {
  it.each([undefined, '1905.11111'])('writes front matter that keeps its schema (arXiv %s)', (arxiv) => {
    const result = paperSchema.safeParse(frontMatter(paperFile({ ...paper, arxiv }, '2026-01-31')));
    expect(result.error?.issues ?? []).toEqual([]);
  });

  it.each([
    [{ slug: 'Big Slug' }, 'not a slug'],
    [{ slug: 'vit' }, 'is taken'],
    [{ week: 9 }, 'no week 9'],
    [{ arxiv: 'abc' }, 'not an arXiv id'],
    [{ title: ' ' }, 'needs its title'],
  ])('objects to %j', (change, words) =>
    expect(objections({ ...paper, ...change }, existing).join(' ')).toContain(words),
  );

  it('has nothing against a good one', () => expect(objections(paper, existing)).toEqual([]));
});

describe('the week that takes a paper in', () => {
  it.each(['week-03', 'week-06', 'week-08', 'week-10'])('%s keeps its schema and lists the paper last', (name) => {
    const changed = withPaper(week(name), 'tiresias');
    const data = weekSchema.parse(frontMatter(changed));
    const entries = data.tracks.at(-1)?.entries ?? data.entries;
    expect(entries.at(-1)).toMatchObject({ paper: 'tiresias' });
    expect(data.status).toBe('ready');
  });

  it('changes nothing else', () => {
    const before = week('week-03');
    const after = withPaper(before, 'tiresias');
    expect(after.replace(/^ *- paper: tiresias\n.*\n/m, '')).toBe(before);
  });
});
