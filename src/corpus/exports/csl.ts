import { parse as parseName } from '@citation-js/name';
import type { Paper } from '../model.ts';

/** A name as CSL-JSON has it: parted for people, literal for groups. */
export interface CslName {
  given?: string;
  family?: string;
  'non-dropping-particle'?: string;
  literal?: string;
}

/** A paper as a CSL-JSON item: the one source of every other citation format. */
export interface CslItem {
  id: string;
  type: 'paper-conference' | 'article-journal' | 'article' | 'report';
  title: string;
  author: CslName[];
  issued: { 'date-parts': [number[]] };
  'container-title'?: string;
  publisher?: string;
  page?: string;
  volume?: string;
  issue?: string;
  DOI?: string;
  URL: string;
  number?: string;
  language: 'en';
}

const TYPES = {
  conference: 'paper-conference',
  journal: 'article-journal',
  preprint: 'article',
  report: 'report',
} as const;

/** The CSL-JSON item of a paper, by the venue that published it. */
export function cslItem(paper: Paper): CslItem {
  const { venue } = paper;
  const published = venue.kind === 'conference' || venue.kind === 'journal';
  return {
    id: citationKey(paper),
    type: TYPES[venue.kind],
    title: paper.title,
    author: paper.authors.map(nameOf),
    issued: { 'date-parts': [[paper.year]] },
    ...(published
      ? { 'container-title': venue.name }
      : paper.arxiv
        ? { publisher: 'arXiv', number: `arXiv:${paper.arxiv}` }
        : { publisher: venue.name }),
    ...(venue.pages ? { page: venue.pages.replace(/[–—-]+/, '-') } : {}),
    ...(venue.volume ? { volume: venue.volume } : {}),
    ...(venue.number ? { issue: venue.number } : {}),
    ...(paper.doi ? { DOI: paper.doi } : {}),
    URL: paper.links.paper,
    language: 'en',
  };
}

/** Groups write together (`Gemini Team, Google`): such a name is not parted in given and family. */
function nameOf(author: string): CslName {
  return /\bTeam\b|,/.test(author) ? { literal: author } : (parseName(author) as CslName);
}

/** `vaswani2017attention`: first author's family name, year, first word of the title that says something. */
export function citationKey(paper: Paper): string {
  const first = nameOf(paper.authors[0]!);
  const family = first.family ?? first.literal ?? '';
  const word = paper.title.split(/[^A-Za-z0-9]+/).find((w) => w.length > 3) ?? paper.slug;
  return `${ascii(family.split(/\s/)[0]!)}${paper.year}${ascii(word)}`;
}

const ascii = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase();
