import type { Lexicon } from './lexicon.ts';
import { HAN } from './normalise.ts';
import type { Unit } from './query.ts';
import { correctChinese, correctLatin } from './spelling.ts';

/** A way to read a piece of a query, and how much a match by it counts (1: as it stands). */
export interface Reading {
  text: string;
  weight: number;
  /** Whether the reading is ours rather than what was typed. */
  mended: boolean;
}

const typed = (text: string): Reading => ({ text, weight: 1, mended: false });

/**
 * What a unit may mean. Only what matches no paper as it stands is read otherwise: as pinyin, as a misspelling.
 * `matches` says whether a text is found in some paper.
 */
export function readingsOf(unit: Unit, lexicon: Lexicon, matches: (text: string) => boolean): Reading[] {
  const own = typed(unit.text);
  if (unit.known || matches(unit.text)) return [own];
  if (HAN.test(unit.text)) return [own];
  const words = pinyinWords(unit.text, lexicon);
  if (words.length > 0) return [own, ...words.map((text, i) => ({ text, weight: i === 0 ? 0.9 : 0.6, mended: true }))];
  return [
    own,
    ...correctLatin(unit.text, lexicon.latin).map(({ word, edits }, i) => ({
      text: word,
      weight: (0.95 - 0.15 * edits) * (i === 0 ? 1 : 0.7),
      mended: true,
    })),
  ];
}

const MOST_WORDS = 6;

/** The Chinese words that a run of Latin letters may be the pinyin of, the commonest first: whole words, two words in turn, or beginnings. */
export function pinyinWords(letters: string, { pinyin, names }: Pick<Lexicon, 'pinyin' | 'names'>): string[] {
  if (letters.length < 3 || !/^[a-z]+$/.test(letters)) return [];
  const whole = pinyin.get(letters);
  if (whole) return commonest(whole, names);
  for (let cut = letters.length - 2; cut >= 2; cut--) {
    const [first, second] = [pinyin.get(letters.slice(0, cut)), pinyin.get(letters.slice(cut))];
    if (first && second) return [first[0]! + second[0]!, first[0]!, second[0]!];
  }
  if (letters.length < 5) return [];
  return commonest(
    [...pinyin].filter(([key]) => key.startsWith(letters)).flatMap(([, words]) => words),
    names,
  );
}

/** Words by the number of names that hold them. */
function commonest(words: readonly string[], names: ReadonlySet<string>): string[] {
  const uses = (word: string) => [...names].filter((name) => name.includes(word)).length;
  return [...new Set(words)]
    .map((word) => ({ word, uses: uses(word) }))
    .sort((a, b) => b.uses - a.uses)
    .slice(0, MOST_WORDS)
    .map(({ word }) => word);
}

/**
 * Mends Chinese characters mistaken for others: where a run without spaces is found nowhere, names that it holds but for
 * one character are put in their place.
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
