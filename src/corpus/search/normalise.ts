/** Text as search compares it: compatibility forms unified, lower case, Latin letters without diacritics. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .toLowerCase();
}

const NEITHER = /[^\p{L}\p{N}]+/gu;

/** Folded text without anything but letters and digits: `Flash-Attention 2` and `flashattention2` are one. */
export function squeeze(text: string): string {
  return fold(text).replace(NEITHER, '');
}

export const HAN = /\p{Script=Han}/u;
export const isHan = (character: string | undefined): boolean => character !== undefined && HAN.test(character);

export interface Squeezed {
  /** As `squeeze` gives it. */
  text: string;
  /** For each of its UTF-16 units, where it began in the original. */
  from: number[];
}

/** Squeezes and remembers places, so that a match can be shown in the original. */
export function squeezeWithPlaces(original: string): Squeezed {
  const from: number[] = [];
  let text = '';
  let at = 0;
  for (const character of original) {
    const squeezed = squeeze(character);
    for (let i = 0; i < squeezed.length; i++) from.push(at);
    text += squeezed;
    at += character.length;
  }
  return { text, from };
}

export interface Conversion {
  /** Traditional and simplified characters in turns: `機机構构`. */
  characters: string;
  /** Words that other Chinese-speaking places use, and the words of this site. */
  words: readonly (readonly [string, string])[];
}

/** Rewrites traditional characters and regional words as this site writes them. */
export function createSimplifier({ characters, words }: Conversion): (text: string) => string {
  const all = [...characters];
  const map = new Map(all.flatMap((character, i) => (i % 2 === 0 ? [[character, all[i + 1]!] as const] : [])));
  return (text) => {
    const simple = [...text].map((character) => map.get(character) ?? character).join('');
    return words.reduce((result, [theirs, ours]) => result.replaceAll(theirs, ours), simple);
  };
}
