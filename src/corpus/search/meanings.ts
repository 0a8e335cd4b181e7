import type { Lexicon } from './lexicon.ts';
import { HAN } from './normalise.ts';
import { pinyinWords } from './pinyin.ts';
import type { Unit } from './query.ts';
import { correctChinese, correctLatin } from './spelling.ts';

/** A way to read a piece of a query, and how much a match by it counts (1: as it stands). */
export interface Reading {
  text: string;
  weight: number;
}

/**
 * What a unit may mean: itself first. Only what matches no paper as it stands is read otherwise: by its stem, as pinyin,
 * as a misspelling. `matches` says whether a text is found in some paper.
 */
export function readingsOf(unit: Unit, lexicon: Lexicon, matches: (text: string) => boolean): Reading[] {
  const own = { text: unit.text, weight: 1 };
  if (unit.known || matches(unit.text) || HAN.test(unit.text)) return [own];
  const stem = stemOf(unit.text);
  if (stem !== undefined && matches(stem)) return [own, { text: stem, weight: 0.9 }];
  const words = pinyinWords(unit.text, lexicon);
  if (words.length > 0) return [own, ...words.map((text, i) => ({ text, weight: i === 0 ? 0.9 : 0.6 }))];
  return [
    own,
    ...correctLatin(unit.text, lexicon.latin).map(({ word, edits }, i) => ({
      text: word,
      weight: (0.95 - 0.15 * edits) * (i === 0 ? 1 : 0.7),
    })),
  ];
}

/** An English word without its ending, if at least four letters are left: `automatically`, `automating` → `automat`. */
export function stemOf(word: string): string | undefined {
  return /^([a-z]{4,}?)(?:ically|ations?|ators?|ating|ated|ates|ings?|ions?|ers?|ors?|ies|ied|ally|ly|ed|es|s)$/.exec(
    word,
  )?.[1];
}

/**
 * Mends Chinese characters mistaken for others: where a run without spaces is found nowhere, a name that it holds but for
 * one character is put in its place.
 */
export function mendChinese(query: string, lexicon: Lexicon, matches: (text: string) => boolean): string {
  return query.replace(/\p{Script=Han}{3,}/gu, (run) => {
    if (matches(run)) return run;
    const [best] = correctChinese(run, lexicon.chinese)
      .filter(({ wrong }) => !matches(wrong))
      .sort((a, b) => b.right.length - a.right.length);
    return best ? run.replace(best.wrong, best.right) : run;
  });
}
