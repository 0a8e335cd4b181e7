import { isHan, squeeze } from './normalise.ts';

/** A searchable part of a record, squeezed, with its words' edges. */
export interface Field {
  weight: number;
  /** Items, each between newlines. */
  text: string;
  /** For each place of the text, and its end, whether a word may begin or end there. */
  edges: Uint8Array;
}

const WORDS = /[^\p{L}\p{N}]+/u;

/** Prepares the items of a field (keywords, authors, one title). */
export function createField(weight: number, items: readonly string[]): Field {
  let text = '\n';
  const edges: number[] = [0];
  for (const item of items) {
    for (const word of item.split(WORDS)) addWord(squeeze(word), word);
    if (text.at(-1) !== '\n') {
      text += '\n';
      edges.push(1);
    }
  }
  return { weight, text, edges: Uint8Array.from([...edges, 1]) };

  function addWord(squeezed: string, word: string): void {
    const humps = capitalEdges(word);
    for (let i = 0; i < squeezed.length; i++) {
      const [before, here] = [squeezed[i - 1], squeezed[i]];
      edges.push(Number(i === 0 || isHan(here) || isHan(before) || humps.has(i)));
      text += here;
    }
  }
}

/** Where a word in camel case begins anew: before `Attention` in `FlashAttention`. */
function capitalEdges(word: string): Set<number> {
  return new Set([...word.matchAll(/(?<=[a-z])(?=[A-Z])/g)].map((match) => match.index));
}

/** Shortest Latin word that may match inside another, at no edge. */
const INNER = 5;

/**
 * How well `needle` (squeezed) matches a field, 0 to 1: 1 for a whole item, 0.8 for whole words (less, the smaller a
 * part of the item they are), 0.55 for the beginning of a word, 0.25 inside a word.
 */
export function quality(needle: string, { text, edges }: Field): number {
  let best = 0;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    const end = at + needle.length;
    if (text[at - 1] === '\n' && text[end] === '\n') return 1;
    const begins = edges[at] === 1;
    const ends = edges[end] === 1;
    best = Math.max(
      best,
      begins && ends ? whole(needle.length, text, at) : begins ? 0.55 : needle.length >= INNER ? 0.25 : 0,
    );
  }
  return best;
}

/** Between 0.6 and 0.8, by how much of its item a match covers. */
function whole(length: number, text: string, at: number): number {
  const item = text.indexOf('\n', at) - text.lastIndexOf('\n', at) - 1;
  return 0.6 + (0.2 * length) / item;
}
