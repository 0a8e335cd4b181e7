import type { Conversion } from './normalise.ts';

/** What search knows of a paper before it has seen the page. Everything here stands on the page too. */
export interface PaperRecord {
  slug: string;
  short: string;
  title: string;
  titleZh: string;
  authors: string[];
  organisations: string[];
  /** As one says it, `OSDI 2024`. */
  venue: string;
  venueName: string;
  year: number;
  /** The year it first appeared, where that is another. */
  firstYear: number;
  award?: string | undefined;
  week: number;
  track?: string | undefined;
  group?: string | undefined;
  topics: string[];
  keywords: string[];
  contribution: string;
  problem: string;
  idea: string;
}

/** A subject or a term, by all its names. */
export interface Named {
  id: string;
  zh: string;
  en: string;
  aliases: string[];
}

export interface TermNames extends Named {
  papers: string[];
}

export interface WeekNames {
  number: number;
  title: string;
  titleEn: string;
  tracks: { id: string; title: string; titleEn: string }[];
}

/** The words of the whole corpus: what does not belong to one paper. */
export interface Vocabulary {
  topics: Named[];
  terms: TermNames[];
  weeks: WeekNames[];
  groups: { id: string; title: string; titleEn: string }[];
  /** What organisations are called besides the name that their papers print. */
  organisations: { name: string; aliases: string[] }[];
  /** What a prize for a paper is called. */
  awards: string[];
  conversion: Conversion;
  /** Chinese words in pinyin without tones, a space between syllables. */
  pinyin: Record<string, string>;
}

/** Names of the files that make up the index, so that a page need not know them. */
export interface Manifest {
  vocabulary: string;
  definitions: string;
  papers: string[];
}
