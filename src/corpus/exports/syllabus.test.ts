import { parseHTML } from 'linkedom';
import { toString } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { assemble } from '../assemble.ts';
import { paperData, weekData } from '../fixtures.ts';
import { syllabusFormats } from './syllabus.ts';

const hostile = 'A_B & <C> 100% $x^2$ {d} [e] ~f #g \\h "i" *j*';
const { weeks } = assemble({
  papers: [
    {
      id: 'a',
      data: paperData({ title: hostile, authors: ['Ada', 'Bob'], links: { paper: 'https://a.org/?p=1&q=50%25#s_1' } }),
    },
    { id: 'b', data: paperData({ title: 'Plain', authors: ['Solo'] }) },
  ],
  weeks: [
    {
      id: 'week-03',
      data: weekData({
        number: 3,
        entries: [
          { paper: 'a', why: '' },
          { paper: 'b', why: '' },
        ],
      }),
    },
  ],
  topics: [],
  terms: [],
});
const words = { heading: () => 'Week 3', explainer: 'explained' };
const written = (format: keyof typeof syllabusFormats) =>
  syllabusFormats[format].write(weeks[0]!, (paper) => `https://site.org/papers/${paper.slug}/`, words);

const expected = [
  [hostile, 'https://a.org/?p=1&q=50%25#s_1'],
  ['explained', 'https://site.org/papers/a/'],
  ['Plain', paperData().links.paper],
  ['explained', 'https://site.org/papers/b/'],
];

describe('a week as a syllabus', () => {
  it('keeps titles and addresses when its Markdown is read by a Markdown reader', () => {
    const links: string[][] = [];
    visit(
      unified().use(remarkParse).parse(written('markdown')),
      'link',
      (link) => void links.push([toString(link), link.url]),
    );
    expect(links).toEqual(expected);
  });

  it('keeps titles and addresses when its HTML is read by an HTML reader', () => {
    const anchors = parseHTML(`<body>${written('html')}</body>`).document.querySelectorAll('a');
    expect([...anchors].map((a) => [a.textContent, a.getAttribute('href')])).toEqual(expected);
  });

  it('numbers the readings in order and says who wrote them', () => {
    const page = parseHTML(`<body>${written('html')}</body>`).document;
    expect([...page.querySelectorAll('ol > li')].map((li) => /（(.*)）/.exec(li.textContent!)?.[1])).toEqual([
      `Ada et al., ${paperData().year}`,
      `Solo, ${paperData().year}`,
    ]);
  });

  it('escapes what LaTeX would read as commands, in texts and in addresses', () => {
    expect(written('latex')).toContain(
      String.raw`\href{https://a.org/?p=1&q=50\%25\#s_1}{A\_B \& <C> 100\% \$x\textasciicircum{}2\$ \{d\} [e] \textasciitilde{}f \#g \textbackslash{}h "i" *j*}`,
    );
  });
});
