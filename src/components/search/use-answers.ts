import { useMemo } from 'preact/hooks';
import { answerTo, relatedNames, type Answer } from '#corpus/search/answer.ts';
import { countFacets, narrow, type Facet, type FacetCount, type Filters } from '#corpus/search/facets.ts';
import type { Index } from '#corpus/search/index.ts';
import { mergeResults, type Result } from '#corpus/search/merge.ts';
import type { Named, TermNames } from '#corpus/search/model.ts';
import { planQuery, rankPapers, type Plan } from '#corpus/search/rank.ts';
import { needlesOf } from './sections.ts';
import { useBodies, type Bodies } from './use-bodies.ts';

export interface Answers {
  plan: Plan | undefined;
  /** What stands marked in results: squeezed. */
  needles: string[];
  answer: Answer | undefined;
  results: Result[];
  facets: Record<Facet, FacetCount[]>;
  elsewhere: { topics: Named[]; terms: TermNames[] };
  bodies: Bodies['state'];
}

/** Everything that is shown for a query and filters. Names answer at once; the pages' text joins in as it comes. */
export function useAnswers(index: Index | undefined, query: string, filters: Filters): Answers {
  const plan = useMemo(() => (index && query.trim() !== '' ? planQuery(index, query) : undefined), [index, query]);
  const matches = useMemo(() => (index && plan ? rankPapers(index, plan) : []), [index, plan]);
  const bodies = useBodies(
    plan,
    filters,
    matches.some(({ exact }) => exact),
  );
  const records = useMemo(() => new Map(index?.papers.map(({ record }) => [record.slug, record])), [index]);
  const all = useMemo(() => {
    if (plan) return mergeResults(matches, bodies.found, records);
    return [...records.values()].map((record) => ({ record, score: 1, exact: true, sections: [] }));
  }, [plan, matches, bodies.found, records]);
  return {
    plan,
    needles: plan ? needlesOf(plan) : [],
    answer: useMemo(() => (index && plan ? answerTo(index, query) : undefined), [index, plan]),
    results: useMemo(() => narrow(all, filters), [all, filters]),
    facets: useMemo(() => countFacets(all, filters), [all, filters]),
    elsewhere: useMemo(
      () =>
        index && plan
          ? relatedNames(
              index,
              query,
              plan.pieces.map(({ unit }) => unit.text),
            )
          : { topics: [], terms: [] },
      [index, plan],
    ),
    bodies: bodies.state,
  };
}
