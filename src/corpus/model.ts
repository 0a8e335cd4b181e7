import type { PaperData } from './schemas/paper.ts';
import type { TermData } from './schemas/term.ts';
import type { TopicData } from './schemas/topic.ts';
import type { WeekData } from './schemas/week.ts';

/** What the content means, once it is loaded: papers know their place, weeks hold papers instead of names. */
export interface Paper extends PaperData {
  slug: string;
  /** Where it stands on the list. */
  place: Place;
}

export interface Place {
  week: number;
  track?: Track | undefined;
  group?: Group | undefined;
  /** 1 for the first paper of its week or track. */
  position: number;
  why: string;
}

export interface Track {
  id: string;
  title: string;
  titleEn: string;
  lead: string;
}

export interface Group {
  id: string;
  title: string;
  titleEn: string;
  why: string;
}

/** A stretch of a week's list: a track, or the whole week where it has none. */
export interface Section {
  track?: Track | undefined;
  /** Papers in reading order; papers of one group stand together. */
  papers: Paper[];
}

export interface Week extends Omit<WeekData, 'entries' | 'tracks'> {
  id: string;
  sections: Section[];
}

export type Topic = TopicData;
export type Term = TermData;

export interface Corpus {
  weeks: Week[];
  /** All papers in reading order. */
  papers: Paper[];
  topics: Topic[];
  terms: Term[];
}
