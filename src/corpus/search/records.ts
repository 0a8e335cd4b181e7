import type { Corpus, Paper } from '../model.ts';
import { firstYear } from '../reading.ts';
import type { PaperRecord } from './model.ts';

/** A paper as search knows it. */
export function recordOf(paper: Paper): PaperRecord {
  const {
    slug,
    short,
    title,
    titleZh,
    authors,
    organisations,
    venue,
    year,
    award,
    place,
    topics,
    keywords,
    contribution,
    compare,
  } = paper;
  return {
    slug,
    short,
    title,
    titleZh,
    authors,
    organisations,
    year,
    award,
    topics,
    keywords,
    contribution,
    venue: venue.short,
    venueName: venue.name,
    firstYear: firstYear(paper),
    week: place.week,
    track: place.track?.id,
    group: place.group?.id,
    problem: compare.problem,
    idea: compare.idea,
  };
}

/** Papers in one file of the index. A reader's browser fetches all files at once and searches each as it comes. */
export const CHUNK = 150;

/** The records of a corpus in reading order, in chunks. */
export function recordChunks({ papers }: Corpus): PaperRecord[][] {
  return Array.from({ length: Math.ceil(papers.length / CHUNK) }, (_, i) =>
    papers.slice(i * CHUNK, (i + 1) * CHUNK).map(recordOf),
  );
}
