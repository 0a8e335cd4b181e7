import type { PaperRecord } from './model.ts';
import type { Match } from './rank.ts';

/** What a page's own text says to a query. */
export interface Body {
  slug: string;
  /** 0 to 1: how well the full-text index likes the page for this query. */
  score: number;
  /** Whether the text holds the query literally. */
  literal: boolean;
  sections: Section[];
}

/** A section that answers a query. */
export interface Section {
  id: string;
  title: string;
  /** The stretch of its text around the match. */
  context: string;
  literal: boolean;
}

export interface Result {
  record: PaperRecord;
  score: number;
  exact: boolean;
  sections: Section[];
}

/** Papers that match in part and score less than this share of the best are left out. */
const WORTH = 0.15;

/** What the page's text adds to the score of its record. */
const BODY = 1.6;
const LITERAL = 1.6;

/**
 * Puts records and page texts together. First the papers that hold the whole query, in their names or literally in their
 * text, then those that match in part; in both groups the best first.
 */
export function mergeResults(
  matches: readonly Match[],
  bodies: ReadonlyMap<string, Body>,
  records: ReadonlyMap<string, PaperRecord>,
): Result[] {
  const scores = new Map(matches.map((match) => [match.paper.record.slug, match]));
  const slugs = new Set([...scores.keys(), ...bodies.keys()]);
  const results = [...slugs].flatMap((slug) => {
    const record = records.get(slug);
    const [match, body] = [scores.get(slug), bodies.get(slug)];
    if (!record) return [];
    const score = (match?.score ?? 0) + (body ? BODY * body.score + (body.literal ? LITERAL : 0) : 0);
    return [
      { record, score, exact: (match?.exact ?? false) || (body?.literal ?? false), sections: body?.sections ?? [] },
    ];
  });
  const best = Math.max(...results.map(({ score }) => score));
  return results
    .filter(({ score, exact }) => exact || score >= WORTH * best)
    .sort((a, b) => Number(b.exact) - Number(a.exact) || b.score - a.score);
}
