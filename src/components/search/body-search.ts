import type { Filters } from '#corpus/search/facets.ts';
import type { Body } from '#corpus/search/merge.ts';
import { squeeze } from '#corpus/search/normalise.ts';
import type { Plan } from '#corpus/search/rank.ts';
import { loadPagefind, type Pagefind, type PagefindResult } from './pagefind.ts';
import { readFragment } from './sections.ts';

/** Pages whose text is fetched at once, and how many in all: each costs a few kilobytes. */
const BATCHES = [5, 5];
/** With fewer pages that hold all of the query, those that hold some of it are looked up too. */
const FEW = 4;

interface Found {
  result: PagefindResult;
  /** 0 to 1. */
  score: number;
}

export interface Scope {
  filters: Filters;
  /** Whether the names of some paper hold the whole query: then pages that hold only some of it are not looked for. */
  named: boolean;
}

/** Searches the pages' text; `onFound` gets what is known after each batch. Stops quietly when `signal` is aborted. */
export async function searchBodies(
  plan: Plan,
  { filters, named }: Scope,
  signal: AbortSignal,
  onFound: (bodies: Map<string, Body>) => void,
): Promise<void> {
  const pagefind = await loadPagefind();
  const chosen = Object.fromEntries(Object.entries(filters).map(([facet, any]) => [facet, { any }]));
  const found = await findPages(pagefind, plan, chosen, signal, named);
  const bodies = new Map<string, Body>();
  let from = 0;
  for (const size of BATCHES) {
    if (signal.aborted) return;
    const batch = found.slice(from, (from += size));
    for (const body of await Promise.all(batch.map((one) => readBody(one, plan))))
      if (body) bodies.set(body.slug, body);
    if (!signal.aborted) onFound(new Map(bodies));
    if (from >= found.length) return;
  }
}

type Chosen = Record<string, { any: string[] }>;

async function findPages(
  pagefind: Pagefind,
  plan: Plan,
  filters: Chosen,
  signal: AbortSignal,
  named: boolean,
): Promise<Found[]> {
  const results = await firstFound(pagefind, [plan.query, mendedQuery(plan)], filters);
  const top = results[0]?.score || 1;
  const all = results.map((result) => ({ result, score: 0.4 + (0.6 * result.score) / top }));
  if (named || results.length >= FEW || plan.pieces.length < 2 || signal.aborted) return all;
  const some = await findByPieces(pagefind, plan, filters, signal);
  const known = new Set(results.map(({ id }) => id));
  return [...all, ...some.filter(({ result }) => !known.has(result.id))];
}

/** The results of the first of the queries that has any. */
async function firstFound(pagefind: Pagefind, queries: readonly string[], filters: Chosen): Promise<PagefindResult[]> {
  for (const query of new Set(queries)) {
    const { results } = await pagefind.search(query, { filters });
    if (results.length > 0) return results;
  }
  return [];
}

/** The query as the pages would word it: misspelt and romanised pieces in their first reading. */
function mendedQuery({ query, pieces }: Plan): string {
  if (!pieces.some(({ readings }) => readings.length > 1)) return query;
  return pieces.map(({ readings }) => (readings[1] ?? readings[0]!).text).join(' ');
}

/** Pages that hold some of the pieces, by how telling those are. */
async function findByPieces(
  pagefind: Pagefind,
  { pieces }: Plan,
  filters: Chosen,
  signal: AbortSignal,
): Promise<Found[]> {
  const found = new Map<string, Found>();
  const total = pieces.reduce((sum, piece) => sum + piece.rarity, 0);
  for (const { readings, rarity } of pieces) {
    if (signal.aborted) return [];
    const results = await firstFound(
      pagefind,
      readings.slice(0, 2).map(({ text }) => text),
      filters,
    );
    const top = results[0]?.score || 1;
    for (const result of results) {
      const share = (rarity / total) * (0.5 + result.score / (2 * top));
      found.set(result.id, { result, score: (found.get(result.id)?.score ?? 0) + share });
    }
  }
  return [...found.values()].sort((a, b) => b.score - a.score);
}

async function readBody({ result, score }: Found, plan: Plan): Promise<Body | undefined> {
  const fragment = await result.data();
  const slug = /\/papers\/([^/]+)\/$/.exec(fragment.url)?.[1];
  if (slug === undefined) return undefined;
  const literal = plan.phrase.length > 1 && squeeze(fragment.raw_content).includes(plan.phrase);
  const { coverage, sections } = readFragment(fragment, plan);
  // The engine falls back on beginnings of words: a page that holds no piece at all is none of ours.
  if (coverage === 0 && !literal) return undefined;
  return { slug, score: (0.35 * score + 0.65) * coverage ** 1.5, literal, sections };
}
