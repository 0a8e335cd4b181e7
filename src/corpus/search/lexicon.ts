import type { PaperRecord, Vocabulary } from './model.ts';
import { fold, HAN, squeeze } from './normalise.ts';

/** All that is called something, in the forms by which a query is taken apart and mended. */
export interface Lexicon {
  /** Names of papers, topics, terms, people, places: squeezed. */
  names: Set<string>;
  /** Latin words and squeezed Latin names, with the number of papers that use them. */
  latin: Map<string, number>;
  /** Chinese names of three characters and more. */
  chinese: string[];
  /** Neighbouring Chinese characters that stand together in at least two names. */
  pairs: Set<string>;
  /** Pinyin without spaces, and initials of three letters and more, with the words they may stand for. */
  pinyin: Map<string, string[]>;
}

const LATIN_WORD = /[a-z][a-z0-9]*/g;

/** Gathers the lexicon of the papers at hand. */
export function createLexicon(records: readonly PaperRecord[], vocabulary: Vocabulary): Lexicon {
  const common = [...vocabulary.topics, ...vocabulary.terms].flatMap(({ zh, en, aliases }) => [zh, en, ...aliases]);
  const places = [...vocabulary.weeks.flatMap((w) => [w, ...w.tracks]), ...vocabulary.groups].flatMap(
    ({ title, titleEn }) => [title, titleEn],
  );
  const organisations = [
    ...vocabulary.organisations.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...vocabulary.awards,
  ];
  const perPaper = records.map((r) => [
    r.short,
    r.title,
    r.titleZh,
    ...r.keywords,
    ...r.authors,
    ...r.organisations,
    r.venue,
    r.venueName,
  ]);
  const all = [...common, ...places, ...organisations, ...perPaper.flat()];
  const names = new Set(all.map(squeeze).filter((name) => name.length > 1));
  return {
    names,
    latin: latinWords([...perPaper, ...[...common, ...places, ...organisations].map((name) => [name])]),
    chinese: [...names].filter((name) => name.length >= 3 && [...name].every((c) => HAN.test(c))),
    pairs: commonPairs(names),
    pinyin: pinyinIndex(vocabulary.pinyin),
  };
}

function latinWords(groups: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const group of groups) {
    const words = group.flatMap((text) => [
      ...(fold(text).match(LATIN_WORD) ?? []),
      ...(HAN.test(text) ? [] : [squeeze(text)]),
    ]);
    for (const word of new Set(words))
      if (word.length >= 3 && word.length <= 32) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function commonPairs(names: ReadonlySet<string>): Set<string> {
  const [once, twice] = [new Set<string>(), new Set<string>()];
  for (const name of names)
    for (const [, pair] of name.matchAll(/(?=(\p{Script=Han}{2}))/gu)) (once.has(pair!) ? twice : once).add(pair!);
  return twice;
}

function pinyinIndex(pinyin: Record<string, string>): Map<string, string[]> {
  const index = new Map<string, string[]>();
  const add = (key: string, word: string) => index.set(key, [...(index.get(key) ?? []), squeeze(word)]);
  for (const [word, reading] of Object.entries(pinyin)) {
    const syllables = reading.split(' ');
    add(syllables.join(''), word);
    if (syllables.length >= 3) add(syllables.map((s) => s[0]).join(''), word);
  }
  return index;
}
