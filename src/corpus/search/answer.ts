import type { Index } from './index.ts';
import type { Named, PaperRecord, TermNames } from './model.ts';
import { squeeze } from './normalise.ts';

/** What a query names exactly. */
export type Answer =
  | { kind: 'paper'; record: PaperRecord }
  | { kind: 'term'; term: TermNames; topic?: Named | undefined }
  | { kind: 'topic'; topic: Named };

const names = ({ zh, en, aliases }: Named): string[] => [zh, en, ...aliases].map(squeeze);

/** The paper, term or topic whose name the query is, in that order; spaces, case and signs do not count. */
export function answerTo({ papers, vocabulary, simplify }: Index, query: string): Answer | undefined {
  const phrase = squeeze(simplify(query));
  if (phrase === '') return undefined;
  const paper = papers.find(({ record: { short, title, titleZh } }) =>
    [short, title, ...title.split(': ').slice(0, 1), titleZh].map(squeeze).includes(phrase),
  );
  if (paper) return { kind: 'paper', record: paper.record };
  const called = (one: Named) => names(one).includes(phrase);
  const main = (one: Named) => names(one).slice(0, 2).includes(phrase);
  const term = vocabulary.terms.find(main) ?? vocabulary.terms.find(called);
  const topic = vocabulary.topics.find(main) ?? vocabulary.topics.find(called);
  if (term) return { kind: 'term', term, topic };
  return topic && { kind: 'topic', topic };
}

/** Topics and terms that the query names or is part of the name of, best first: where to go besides the papers. */
export function relatedNames(
  { vocabulary, simplify }: Index,
  query: string,
  pieces: readonly string[],
): { topics: Named[]; terms: TermNames[] } {
  const phrase = squeeze(simplify(query));
  if (phrase.length < 2) return { topics: [], terms: [] };
  const rank = (one: Named): number => {
    const all = names(one);
    if (all.includes(phrase)) return 3;
    if (pieces.some((piece) => piece.length > 1 && all.includes(piece))) return 2;
    return all.some((name) => name.includes(phrase) && phrase.length * 3 >= name.length) ? 1 : 0;
  };
  const best = <T extends Named>(list: readonly T[]) =>
    list
      .map((one) => ({ one, score: rank(one) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, 3)
      .map(({ one }) => one);
  return { topics: best(vocabulary.topics), terms: best(vocabulary.terms) };
}
