import type { Paper, Week } from '../model.ts';

/** The words of a syllabus that are not the papers' own. */
export interface SyllabusWords {
  /** The week's heading. */
  heading(week: Week): string;
  /** What a link to our page about a paper says. */
  explainer: string;
}

/** Where a reading is explained on this site, absolute. */
type Explained = (paper: Paper) => string;
type Writer = (week: Week, explained: Explained, words: SyllabusWords) => string;

interface Reading {
  title: string;
  /** Authors and year, as a list prints them. */
  by: string;
  explainer: string;
  original: string;
}

interface Part {
  /** The track's title; none where the week has no tracks. */
  title: string | undefined;
  readings: Reading[];
}

/** A week's readings with links, ready to paste into a course page: Markdown, HTML and LaTeX (with the hyperref package). */
export const syllabusFormats = {
  markdown: { name: 'Markdown', language: 'markdown', write: markdown },
  html: { name: 'HTML', language: 'html', write: html },
  latex: { name: 'LaTeX', language: 'latex', write: latex },
} as const satisfies Record<string, { name: string; language: string; write: Writer }>;

function parts(week: Week, explained: Explained): Part[] {
  return week.sections.map(({ track, papers }) => ({
    title: track?.title,
    readings: papers.map((paper) => ({
      title: paper.title,
      by: `${paper.authors[0]}${paper.authors.length > 1 ? ' et al.' : ''}, ${paper.year}`,
      explainer: explained(paper),
      original: paper.links.paper,
    })),
  }));
}

function markdown(week: Week, explained: Explained, words: SyllabusWords): string {
  const escape = (text: string) => text.replace(/[\\`*_[\]<>]/g, '\\$&');
  const line = ({ title, by, explainer, original }: Reading, i: number) =>
    `${i + 1}. [${escape(title)}](${original})（${escape(by)}）· [${words.explainer}](${explainer})`;
  return blocks(
    `## ${escape(words.heading(week))}`,
    parts(week, explained).flatMap(({ title, readings }) => [
      ...(title === undefined ? [] : [`### ${escape(title)}`]),
      readings.map(line).join('\n'),
    ]),
  );
}

function html(week: Week, explained: Explained, words: SyllabusWords): string {
  const escape = (text: string) =>
    text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);
  const link = (text: string, url: string) => `<a href="${escape(url)}">${escape(text)}</a>`;
  const line = ({ title, by, explainer, original }: Reading) =>
    `  <li>${link(title, original)}（${escape(by)}）· ${link(words.explainer, explainer)}</li>`;
  return blocks(
    `<h2>${escape(words.heading(week))}</h2>`,
    parts(week, explained).flatMap(({ title, readings }) => [
      ...(title === undefined ? [] : [`<h3>${escape(title)}</h3>`]),
      `<ol>\n${readings.map(line).join('\n')}\n</ol>`,
    ]),
  );
}

const LATEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function latex(week: Week, explained: Explained, words: SyllabusWords): string {
  const escape = (text: string) => text.replace(/[\\{}$&#%_~^]/g, (c) => LATEX[c] ?? `\\${c}`);
  // hyperref reads an address as it stands, except for these three.
  const link = (text: string, url: string) => `\\href{${url.replace(/[%#\\]/g, '\\$&')}}{${escape(text)}}`;
  const line = ({ title, by, explainer, original }: Reading) =>
    `  \\item ${link(title, original)}（${escape(by)}）· ${link(words.explainer, explainer)}`;
  return blocks(
    `\\section*{${escape(words.heading(week))}}`,
    parts(week, explained).flatMap(({ title, readings }) => [
      ...(title === undefined ? [] : [`\\subsection*{${escape(title)}}`]),
      `\\begin{enumerate}\n${readings.map(line).join('\n')}\n\\end{enumerate}`,
    ]),
  );
}

const blocks = (heading: string, rest: readonly string[]): string => `${[heading, ...rest].join('\n\n')}\n`;
