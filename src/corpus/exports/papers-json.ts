import type { Corpus, Paper } from '../model.ts';

/**
 * The list for machines, /papers.json. `version` grows when a field changes its meaning or goes; new fields may come
 * without notice. Addresses are absolute.
 */
export interface PapersJson {
  version: 1;
  papers: PaperJson[];
}

export interface PaperJson {
  slug: string;
  /** The explainer's page. */
  page: string;
  title: string;
  titleZh: string;
  authors: string[];
  organisations: string[];
  venue: string;
  year: number;
  /** YYYY-MM-DD of the first public version; null where it is not known. */
  firstPosted: string | null;
  award: string | null;
  arxiv: string | null;
  doi: string | null;
  paper: string;
  code: string | null;
  week: number;
  track: string | null;
  position: number;
  topics: string[];
  contribution: string;
  prerequisites: string[];
  buildsOn: string[];
  rivals: string[];
  difficulty: 1 | 2 | 3;
  minutes: { skim: number; read: number; deep: number };
  /** Whether the page is the whole explainer or a brief. */
  explainer: 'brief' | 'full';
  /** Day of the page's latest change. */
  updated: string;
}

/** The whole list; `pageOf` gives a paper's absolute address. */
export function papersJson({ papers }: Corpus, pageOf: (slug: string) => string): PapersJson {
  return { version: 1, papers: papers.map((paper) => paperJson(paper, pageOf(paper.slug))) };
}

function paperJson(p: Paper, page: string): PaperJson {
  return {
    slug: p.slug,
    page,
    title: p.title,
    titleZh: p.titleZh,
    authors: p.authors,
    organisations: p.organisations,
    venue: p.venue.short,
    year: p.year,
    firstPosted: p.firstPosted ?? null,
    award: p.award ?? null,
    arxiv: p.arxiv ?? null,
    doi: p.doi ?? null,
    paper: p.links.paper,
    code: p.links.code ?? null,
    week: p.place.week,
    track: p.place.track?.id ?? null,
    position: p.place.position,
    topics: p.topics,
    contribution: p.contribution,
    prerequisites: p.prerequisites,
    buildsOn: p.buildsOn.map((r) => r.paper),
    rivals: p.rivals.map((r) => r.paper),
    difficulty: p.difficulty,
    minutes: p.minutes,
    explainer: p.explainer,
    updated: p.changelog[0]!.date,
  };
}
