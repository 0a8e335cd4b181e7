import type { Corpus } from './model.ts';

/** `derive`, computed once for each corpus: what every page looks up must not be searched for on every page. */
export function perCorpus<T>(derive: (corpus: Corpus) => T): (corpus: Corpus) => T {
  const known = new WeakMap<Corpus, T>();
  return (corpus) => {
    if (!known.has(corpus)) known.set(corpus, derive(corpus));
    return known.get(corpus)!;
  };
}
