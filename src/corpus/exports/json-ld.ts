import type { Paper } from '../model.ts';

/** What a page of ours is for machines: a learning resource about the original paper, which others wrote. */
export interface LearningResource {
  '@context': 'https://schema.org';
  '@type': 'LearningResource';
  name: string;
  description: string;
  url: string;
  inLanguage: string;
  isAccessibleForFree: true;
  learningResourceType: 'explainer';
  keywords: string[];
  about: ScholarlyArticle;
}

interface ScholarlyArticle {
  '@type': 'ScholarlyArticle';
  headline: string;
  author: { '@type': 'Person' | 'Organization'; name: string }[];
  datePublished: string;
  inLanguage: 'en';
  url: string;
  identifier?: string;
  isPartOf?: { '@type': 'PublicationVolume' | 'Periodical'; name: string };
}

/** Group authors end with their organisation or call themselves a team. */
const isGroup = (author: string): boolean => /\bTeam\b|,/.test(author);

/** The page of a paper at `url` as schema.org JSON-LD; authorship stays with the paper's authors. */
export function learningResource(paper: Paper, url: string, language: string): LearningResource {
  return {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    name: `${paper.short}：${paper.titleZh}`,
    description: paper.contribution,
    url,
    inLanguage: language,
    isAccessibleForFree: true,
    learningResourceType: 'explainer',
    keywords: paper.keywords,
    about: article(paper),
  };
}

function article(paper: Paper): ScholarlyArticle {
  const { venue } = paper;
  return {
    '@type': 'ScholarlyArticle',
    headline: paper.title,
    author: paper.authors.map((name) => ({ '@type': isGroup(name) ? 'Organization' : 'Person', name })),
    datePublished: String(paper.year),
    inLanguage: 'en',
    url: paper.links.paper,
    ...(paper.doi
      ? { identifier: `https://doi.org/${paper.doi}` }
      : paper.arxiv && { identifier: `arXiv:${paper.arxiv}` }),
    ...((venue.kind === 'conference' || venue.kind === 'journal') && {
      isPartOf: { '@type': venue.kind === 'journal' ? 'Periodical' : 'PublicationVolume', name: venue.name },
    }),
  };
}

/** JSON as the text of a script element: no `<` of the data can end the element. */
export const asScriptText = (data: LearningResource): string => JSON.stringify(data).replaceAll('<', '\\u003c');
