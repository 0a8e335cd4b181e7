/** A query and the papers of which any is right. */
export interface Query {
  text: string;
  accepted: string[];
}

/** Reads lines of `query ⇥ slug|slug`; empty lines and lines that begin with # are passed over. Throws on any other. */
export function readQueries(source: string): Query[] {
  return source.split(/\r?\n/).flatMap((line, i) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const [text = '', slugs = ''] = line.split('\t');
    if (text.trim() === '' || slugs.trim() === '')
      throw new Error(`line ${i + 1}: expected a query, a tab, and slugs joined by |: ${line}`);
    return [{ text: text.trim(), accepted: slugs.trim().split('|') }];
  });
}

/** The place, from 1, of the first accepted paper among the results; undefined if there is none. */
export function placeOf({ accepted }: Query, results: readonly string[]): number | undefined {
  const at = results.findIndex((slug) => accepted.includes(slug));
  return at < 0 ? undefined : at + 1;
}

export interface Scores {
  /** Share of queries whose first result is accepted. */
  hit1: number;
  /** Share of queries with an accepted paper among the first three. */
  hit3: number;
  /** Mean reciprocal rank; a query without an accepted result counts 0. */
  mrr: number;
}

/** Scores of the places that `placeOf` found. */
export function scorePlaces(places: readonly (number | undefined)[]): Scores {
  const share = (counts: (place: number) => number) =>
    places.reduce<number>((sum, place) => sum + (place === undefined ? 0 : counts(place)), 0) / places.length;
  return {
    hit1: share((place) => Number(place === 1)),
    hit3: share((place) => Number(place <= 3)),
    mrr: share((place) => 1 / place),
  };
}
