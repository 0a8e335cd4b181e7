import { useEffect, useState } from 'preact/hooks';
import type { Filters } from '#corpus/search/facets.ts';
import type { Body } from '#corpus/search/merge.ts';
import type { Plan } from '#corpus/search/rank.ts';
import { searchBodies } from './body-search.ts';

/** A pause in typing, in milliseconds, after which the pages' text is searched too. */
const PAUSE = 120;

export interface Bodies {
  found: ReadonlyMap<string, Body>;
  state: 'idle' | 'searching' | 'done' | 'failed';
}

const NONE: Bodies = { found: new Map(), state: 'idle' };

/** What the pages' text says to a query, as it comes in; empty again as soon as the query changes. */
export function useBodies(plan: Plan | undefined, filters: Filters, named: boolean): Bodies {
  const [bodies, setBodies] = useState<Bodies & { plan?: Plan }>(NONE);
  useEffect(() => {
    if (!plan || plan.phrase === '') return;
    const control = new AbortController();
    const timer = setTimeout(() => {
      const show = (state: Bodies['state'], found?: Map<string, Body>) =>
        !control.signal.aborted &&
        setBodies((old) => ({ plan, state, found: found ?? (old.plan === plan ? old.found : NONE.found) }));
      searchBodies(plan, { filters, named }, control.signal, (found) => show('searching', found)).then(
        () => show('done'),
        () => show('failed'),
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [plan, filters]);
  if (!plan || plan.phrase === '') return NONE;
  return bodies.plan === plan ? bodies : { found: NONE.found, state: 'searching' };
}
