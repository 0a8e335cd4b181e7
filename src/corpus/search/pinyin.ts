import type { Lexicon } from './lexicon.ts';
import { squeeze } from './normalise.ts';

type Words = Pick<Lexicon, 'pinyin' | 'names'>;

const MOST_WORDS = 6;
/** Letters of an unfinished word from which on it is completed. */
const PREFIX = 5;

/** The Chinese words that a run of Latin letters may be the pinyin of, the commonest first: whole words, two words in turn, or beginnings. */
export function pinyinWords(letters: string, { pinyin, names }: Words): string[] {
  if (letters.length < 3 || !/^[a-z]+$/.test(letters)) return [];
  const whole = pinyin.get(letters);
  if (whole) return commonest(whole, names);
  for (let cut = letters.length - 2; cut >= 2; cut--) {
    const [first, second] = [pinyin.get(letters.slice(0, cut)), pinyin.get(letters.slice(cut))];
    if (first && second) return [first[0]! + second[0]!];
  }
  if (letters.length < PREFIX) return [];
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
 * A query with its pinyin turned into Chinese words. Initials are left: `sgd` may be meant as it stands.
 * `matches` says whether a text is found in some paper.
 */
export function readPinyin(query: string, lexicon: Lexicon, matches: (text: string) => boolean): string {
  const spaced = readSpaced(query, lexicon);
  return spaced.replace(/(?<![\p{L}\p{N}])[a-z]{4,}(?![\p{L}\p{N}])/giu, (word) => {
    const letters = squeeze(word);
    if (lexicon.latin.has(letters) || matches(letters)) return word;
    return pinyinWords(letters, lexicon)[0] ?? word;
  });
}

/** `zhu yi li` is one word. Two syllables may also be two names: then they are left as they are. */
function readSpaced(query: string, lexicon: Lexicon): string {
  const letters = squeeze(query);
  const syllables = query.toLowerCase().split(' ');
  if (!/^[a-z]+( [a-z]+)+$/i.test(query) || lexicon.names.has(letters) || !lexicon.pinyin.has(letters)) return query;
  if (syllables.length < 3 && syllables.some((word) => lexicon.latin.has(word))) return query;
  return pinyinWords(letters, lexicon)[0]!;
}
