import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkContent } from '#build/content/check-content.ts';
import { createFixture, WEEK } from '#build/content/testing/fixture.ts';
import { weekSchema } from '#corpus/schemas/week.ts';
import { paperFile, refusals, type Known, type PaperRequest } from './new.paper.ts';
import { addToWeek } from './new.week-entry.ts';

const template = fs.readFileSync(new URL('new.template.mdx', import.meta.url), 'utf8');
const known: Known = {
  papers: new Map([['orca', 'content/papers/week-08/orca.mdx']]),
  weeks: new Map<number, string[]>([
    [3, []],
    [8, ['training', 'inference']],
    [10, []],
  ]),
  topics: ['attention', 'serving'],
};
const gandiva: PaperRequest = {
  slug: 'gandiva',
  title: 'Gandiva: "Introspective" Scheduling',
  week: 3,
  arxiv: '1802.01234',
};

describe('a new paper', () => {
  it.each([
    ['on arXiv', gandiva],
    ['elsewhere', { ...gandiva, arxiv: undefined, url: 'https://www.usenix.org/x' }],
    ['named like its slug', { ...gandiva, title: 'gandiva' }],
    ['with a long title', { ...gandiva, title: 'A title that is much longer than what stands in citations' }],
  ])('%s is valid at once, page and list', (_, request) => {
    const fixture = createFixture();
    fixture.write(`content/papers/week-01/${request.slug}.mdx`, paperFile(template, request, known, '2026-11-23'));
    fixture.write(WEEK, addToWeek(fixture.read(WEEK), request.slug));
    expect(checkContent(fixture.root)).toEqual([]);
    fs.rmSync(fixture.root, { recursive: true });
  });

  it('leaves no slot of the template empty', () => {
    expect(paperFile(template, gandiva, known, '2026-11-23')).not.toMatch(/\{\{|undefined/);
  });
});

describe('a new paper is refused', () => {
  it.each<[string, Partial<PaperRequest>, string]>([
    ['with a slug that is taken', { slug: 'orca' }, 'The paper “orca” exists: content/papers/week-08/orca.mdx.'],
    ['with a name that is no slug', { slug: 'Gandiva 2' }, '“Gandiva 2” is not a slug'],
    ['without a title', { title: ' ' }, 'needs its title'],
    ['in a week that does not exist', { week: 9 }, 'There is no week 9. Did you mean 8? Weeks: 3, 8, 10.'],
    ['in a week that is no number', { week: Number.NaN }, 'There is no week NaN'],
    ['on a track that does not exist', { week: 8, track: 'inferense' }, 'Did you mean “inference”?'],
    ['on a track of a week without tracks', { week: 3, track: 'inference' }, 'Week 3 has no tracks'],
    ['with a malformed arXiv id', { arxiv: '2213.1' }, 'must be an arXiv id such as "2205.14135"'],
    ['with an arXiv id that holds a version', { arxiv: '2205.14135v2' }, 'without version'],
    ['with an address that is not https', { url: 'http://example.org' }, 'must be a full https:// address'],
    ['with no address at all', { arxiv: undefined }, 'Where can the paper be read?'],
    ['on a topic that does not exist', { topic: 'servin' }, 'Did you mean “serving”?'],
  ])('%s', (_, change, reason) => {
    expect(refusals({ ...gandiva, ...change }, known)).toEqual([expect.stringContaining(reason)]);
  });

  it('with all reasons at once', () => {
    expect(refusals({ slug: 'orca', title: '', week: 4, arxiv: 'x', topic: 'y' }, known)).toHaveLength(5);
    expect(refusals(gandiva, known)).toEqual([]);
  });
});

describe('a week’s list', () => {
  const entries =
    '---\nnumber: 3\nentries:\n  - paper: a # first\n    why: 一\n  - group: moe\n    papers:\n      - paper: b\n        why: 二\n# a remark\nstory: []\n---\n\n正文\n';
  const added = (indent: string) => `${indent}- paper: x\n${indent}  why: 待写：为什么现在读它。\n`;

  it('takes the paper at its end and keeps everything else', () => {
    expect(addToWeek(entries, 'x')).toBe(entries.replace('        why: 二\n', `        why: 二\n${added('  ')}`));
  });

  it('takes it on the named track, or on the last', () => {
    const tracks =
      '---\ntracks:\n  - id: one\n    entries:\n      - paper: a\n        why: 一\n  - id: two\n    entries:\n      - paper: b\n        why: 二\n---\n';
    expect(addToWeek(tracks, 'x', 'one')).toBe(tracks.replace('why: 一\n', `why: 一\n${added('      ')}`));
    expect(addToWeek(tracks, 'x')).toBe(tracks.replace('why: 二\n', `why: 二\n${added('      ')}`));
  });

  it('is begun where there is none, and makes the week ready', () => {
    expect(addToWeek('---\nnumber: 6\nstatus: todo\n---\n正文\n', 'x')).toBe(
      `---\nnumber: 6\nstatus: ready\nentries:\n${added('  ')}---\n正文\n`,
    );
  });

  it.each(['week-03', 'week-06', 'week-08', 'week-10'])('%s of the real list keeps its schema', (name) => {
    const week = fs.readFileSync(new URL(`../../content/weeks/${name}.mdx`, import.meta.url), 'utf8');
    const data = weekSchema.parse(parse(addToWeek(week, 'gandiva').split('---\n')[1]!));
    expect((data.tracks.at(-1)?.entries ?? data.entries).at(-1)).toMatchObject({ paper: 'gandiva' });
    expect(data.status).toBe('ready');
  });
});
