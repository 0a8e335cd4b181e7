import { Cite } from '@citation-js/core';
import { parse as parseBibtex } from 'biblatex-csl-converter';
import { describe, expect, it } from 'vitest';
import { assemble } from '../assemble.ts';
import { paperData, weekData } from '../fixtures.ts';
import { bibtex, cslJson, ris } from './citations.ts';
import { coins } from './coins.ts';
import { citationKey, type cslItem } from './csl.ts';
import { gbt7714 } from './gbt7714.ts';

const { papers } = assemble({
  papers: [
    {
      id: 'a',
      data: paperData({
        title: 'FlashAttention: Fast & Exact Attention with IO-Awareness',
        authors: ['Łukasz Kaiser', 'Christopher Ré', 'Ludwig van Beethoven', 'Daniel Y. Fu'],
        venue: { name: 'Proceedings & Things', short: 'P 2022', kind: 'conference', pages: '10–26' },
        year: 2022,
        arxiv: '2205.14135',
        doi: '10.1145/1_2',
      }),
    },
    {
      id: 'b',
      data: paperData({
        title: 'Gemini 1.5: Unlocking',
        authors: ['Gemini Team, Google'],
        venue: { name: 'arXiv preprint', short: 'arXiv 2024', kind: 'preprint' },
        year: 2024,
        arxiv: '2403.05530',
        firstPosted: '2024-03-08',
      }),
    },
    {
      id: 'c',
      data: paperData({
        title: 'Switch Transformers',
        authors: ['William Fedus'],
        venue: {
          name: 'Journal of Machine Learning Research',
          short: 'JMLR 2022',
          kind: 'journal',
          volume: '23',
          number: '120',
          pages: '1-39',
        },
        year: 2022,
      }),
    },
  ],
  weeks: [{ id: 'week-01', data: weekData({ entries: ['a', 'b', 'c'].map((paper) => ({ paper, why: '' })) }) }],
  topics: [],
  terms: [],
});
const [conference, preprint, journal] = papers as [(typeof papers)[0], (typeof papers)[0], (typeof papers)[0]];

/** What a second, independent reader finds in our BibTeX. */
const reread = (text: string) =>
  parseBibtex(text, { processUnexpected: true }) as unknown as {
    entries: Record<string, { entry_key: string; bib_type: string; fields: Record<string, unknown> }>;
    errors: unknown[];
  };

describe('BibTeX', () => {
  it('is read without errors by an independent parser, with every entry under its key', () => {
    const { entries, errors } = reread(bibtex(papers));
    expect(errors).toEqual([]);
    expect(Object.values(entries).map((e) => e.entry_key)).toEqual(papers.map(citationKey));
  });

  it('is read back by its own library with title, names, pages, DOI', () => {
    const [item] = new Cite(bibtex([conference])).data as unknown as [ReturnType<typeof cslItem>];
    expect(item.title).toContain('FlashAttention');
    expect(item.author.map((a) => a.family)).toEqual(['Kaiser', 'Ré', 'Beethoven', 'Fu']);
    expect(item).toMatchObject({ page: '10-26', DOI: '10.1145/1_2' });
  });

  it('protects capitals inside words and escapes what TeX would trip over', () => {
    const text = bibtex([conference]);
    expect(text).toMatch(/\{FlashAttention\}/);
    expect(text).toContain('\\&');
    expect(text).toContain('archiveprefix = {arXiv}');
  });

  it('keeps a group of authors whole', () => expect(bibtex([preprint])).toContain('{Gemini Team, Google}'));

  it('files a preprint as @misc, a journal article with volume and number', () => {
    expect(bibtex([preprint])).toMatch(/^@misc\{/);
    expect(bibtex([journal])).toMatch(/volume = \{23\}/);
  });
});

describe('RIS', () => {
  const lines = ris([conference]).trim().split('\n');
  it('has one tag a line, and no line that is cut', () => {
    for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9]  - ?/);
    expect(lines).toContain('TI  - FlashAttention: Fast & Exact Attention with IO-Awareness');
  });
  it('parts the pages', () => expect(lines).toEqual(expect.arrayContaining(['SP  - 10', 'EP  - 26'])));
  it('has one author a line, family first', () => expect(lines.filter((l) => l.startsWith('AU'))).toHaveLength(4));
  it('ends each of several records', () => expect(ris(papers).match(/^ER  -/gm)).toHaveLength(3));
});

describe('GB/T 7714', () => {
  it.each([
    [
      conference,
      'KAISER Ł, RÉ C, VAN BEETHOVEN L, et al. FlashAttention: Fast & Exact Attention with IO-Awareness[C]//Proceedings & Things. 2022: 10-26. DOI: 10.1145/1_2.',
    ],
    [journal, 'FEDUS W. Switch Transformers[J]. Journal of Machine Learning Research, 2022, 23(120): 1-39.'],
    [preprint, 'Gemini Team, Google. Gemini 1.5: Unlocking[EB/OL]. (2024-03-08). https://example.org/.'],
  ])('sets $slug by its kind', (paper, text) => expect(gbt7714(paper)).toBe(text));
});

it('CSL-JSON holds one item a paper, in order', () => {
  expect(JSON.parse(cslJson(papers)).map((item: { id: string }) => item.id)).toEqual(papers.map(citationKey));
});

it('COinS names the paper and its authors in OpenURL', () => {
  const fields = new URLSearchParams(coins(conference));
  expect(fields.get('rft.atitle')).toBe(conference.title);
  expect(fields.getAll('rft.au')).toEqual(conference.authors);
  expect(fields.get('rft_id')).toBe('info:doi/10.1145/1_2');
});
