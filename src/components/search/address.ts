import { FACETS, type Filters } from '#corpus/search/facets.ts';

export interface SearchState {
  query: string;
  filters: Filters;
}

/** What an address asks for: `?q=…&week=8&topic=kv-cache&topic=serving`. */
export function readAddress(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const chosen = FACETS.map((facet) => [facet, parameters.getAll(facet).filter((value) => value !== '')] as const);
  return {
    query: parameters.get('q') ?? '',
    filters: Object.fromEntries(chosen.filter(([, values]) => values.length > 0)),
  };
}

/** The address's query string for a state; empty for the empty state. Equal states have equal addresses. */
export function writeAddress({ query, filters }: SearchState): string {
  const parameters = new URLSearchParams(query === '' ? [] : [['q', query]]);
  for (const facet of FACETS) for (const value of [...(filters[facet] ?? [])].sort()) parameters.append(facet, value);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** The filters with one value chosen, or no longer chosen. */
export function toggleFilter(filters: Filters, facet: keyof Filters, value: string): Filters {
  const chosen = filters[facet] ?? [];
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  const { [facet]: _, ...others } = filters;
  return next.length === 0 ? others : { ...others, [facet]: next };
}
