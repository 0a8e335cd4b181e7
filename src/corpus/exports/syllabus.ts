import type { Paper, Week } from '../model.ts';
import { escapeHtml, escapeLatex, escapeMarkdown, htmlLink, latexLink, markdownLink } from './link.ts';

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
  const line = ({ title, by, explainer, original }: Reading, i: number) =>
    `${i + 1}. ${markdownLink(title, original)}（${escapeMarkdown(by)}）· ${markdownLink(words.explainer, explainer)}`;
  return blocks(
    `## ${escapeMarkdown(words.heading(week))}`,
    parts(week, explained).flatMap(({ title, readings }) => [
      ...(title === undefined ? [] : [`### ${escapeMarkdown(title)}`]),
      readings.map(line).join('\n'),
    ]),
  );
}

function html(week: Week, explained: Explained, words: SyllabusWords): string {
  const line = ({ title, by, explainer, original }: Reading) =>
    `  <li>${htmlLink(title, original)}（${escapeHtml(by)}）· ${htmlLink(words.explainer, explainer)}</li>`;
  return blocks(
    `<h2>${escapeHtml(words.heading(week))}</h2>`,
    parts(week, explained).flatMap(({ title, readings }) => [
      ...(title === undefined ? [] : [`<h3>${escapeHtml(title)}</h3>`]),
      `<ol>\n${readings.map(line).join('\n')}\n</ol>`,
    ]),
  );
}

function latex(week: Week, explained: Explained, words: SyllabusWords): string {
  const line = ({ title, by, explainer, original }: Reading) =>
    `  \\item ${latexLink(title, original)}（${escapeLatex(by)}）· ${latexLink(words.explainer, explainer)}`;
  return blocks(
    `\\section*{${escapeLatex(words.heading(week))}}`,
    parts(week, explained).flatMap(({ title, readings }) => [
      ...(title === undefined ? [] : [`\\subsection*{${escapeLatex(title)}}`]),
      `\\begin{enumerate}\n${readings.map(line).join('\n')}\n\\end{enumerate}`,
    ]),
  );
}

const blocks = (heading: string, rest: readonly string[]): string => `${[heading, ...rest].join('\n\n')}\n`;
