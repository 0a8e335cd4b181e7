import type { PaperRecord } from './model.ts';

/** What results can be narrowed by. The names stand in addresses and are the full-text index's filters too. */
export const FACETS = ['week', 'track', 'topic', 'year', 'venue', 'organisation'] as const;
export type Facet = (typeof FACETS)[number];

/** Chosen values: any of one facet's, all facets at once. */
export type Filters = Partial<Record<Facet, string[]>>;

/** A venue as a facet: without its year. */
export const venueSeries = (venue: string): string => venue.replace(/ \d{4}$/, '');

/** What a paper has for each facet. */
export function facetValues(record: PaperRecord): Record<Facet, string[]> {
  return {
    week: [String(record.week)],
    track: record.track ? [record.track] : [],
    topic: record.topics,
    year: [String(record.year)],
    venue: [venueSeries(record.venue)],
    organisation: record.organisations,
  };
}

const passes = (values: Record<Facet, string[]>, filters: Filters, but?: Facet): boolean =>
  FACETS.every(
    (facet) =>
      facet === but || !filters[facet]?.length || filters[facet].some((value) => values[facet].includes(value)),
  );

/** The items whose papers pass all filters. */
export function narrow<T extends { record: PaperRecord }>(items: readonly T[], filters: Filters): T[] {
  return items.filter(({ record }) => passes(facetValues(record), filters));
}

export interface FacetCount {
  value: string;
  count: number;
}

/**
 * For each facet, how many items each value would show with the other facets' choices as they are. Chosen values are
 * listed even where they would show none.
 */
export function countFacets(items: readonly { record: PaperRecord }[], filters: Filters): Record<Facet, FacetCount[]> {
  const all = items.map(({ record }) => facetValues(record));
  return Object.fromEntries(FACETS.map((facet) => [facet, countFacet(facet, all, filters)])) as Record<
    Facet,
    FacetCount[]
  >;
}

function countFacet(facet: Facet, all: readonly Record<Facet, string[]>[], filters: Filters): FacetCount[] {
  const counts = new Map((filters[facet] ?? []).map((value) => [value, 0]));
  for (const values of all)
    if (passes(values, filters, facet))
      for (const value of values[facet]) counts.set(value, (counts.get(value) ?? 0) + 1);
  const rows = [...counts].map(([value, count]) => ({ value, count }));
  return rows.sort(
    facet === 'week' || facet === 'year'
      ? (a, b) => Number(a.value) - Number(b.value)
      : (a, b) => b.count - a.count || a.value.localeCompare(b.value),
  );
}
