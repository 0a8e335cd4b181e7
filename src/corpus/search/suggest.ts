import type { Index } from './index.ts';
import { HAN, squeeze } from './normalise.ts';
import { edits } from './spelling.ts';

/** For a query without results: names that are spelt most like it, and what terms it contains are called in the other language. */
export function suggestionsFor(
  { vocabulary, papers, simplify }: Index,
  query: string,
): { nearest: string[]; counterparts: string[] } {
  const phrase = squeeze(simplify(query));
  const named = [...vocabulary.terms, ...vocabulary.topics];
  const all = [
    ...papers.map(({ record }) => record.short),
    ...named.flatMap(({ zh, en, aliases }) => [zh, en, ...aliases]),
  ];
  const nearest = [...new Set(all)]
    .map((name) => ({ name, distance: distance(phrase, squeeze(name)) }))
    .filter(({ distance }) => distance <= 0.6)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 4)
    .map(({ name }) => name);
  const counterparts = named.flatMap(({ zh, en, aliases }) => {
    const typed = [zh, en, ...aliases].find((name) => squeeze(name).length > 1 && phrase.includes(squeeze(name)));
    if (typed === undefined || squeeze(zh) === squeeze(en)) return [];
    return [HAN.test(typed) ? en : zh];
  });
  return { nearest, counterparts: [...new Set(counterparts)].slice(0, 3) };
}

/** Edits as a share of the longer word; shared Chinese characters count, whatever their order. */
function distance(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 1;
  if (HAN.test(a) && HAN.test(b))
    return 1 - (2 * [...new Set(a)].filter((c) => b.includes(c)).length) / (new Set(a).size + new Set(b).size);
  return edits(a, b, longer) / longer;
}
