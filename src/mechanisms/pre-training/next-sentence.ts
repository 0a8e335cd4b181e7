/**
 * The training pairs of next-sentence prediction (§3.1, Task #2): half the time B really follows A, half the time B
 * comes from anywhere else. As in the released data generator, "anywhere else" is another document.
 */
import type { Random } from '#mechanisms/numeric/random.ts';

/** A sentence by its document and its place there. */
export interface Place {
  readonly document: number;
  readonly sentence: number;
}

export interface SentencePair {
  readonly a: Place;
  readonly b: Place;
  readonly isNext: boolean;
}

// #region draw-pair
/** A pair from documents of the given lengths (in sentences). Throws a RangeError unless two have two or more each. */
export function drawPair(lengths: readonly number[], random: Random): SentencePair {
  const usable = lengths.flatMap((length, document) => (length > 1 ? [document] : []));
  if (usable.length < 2) throw new RangeError('pairs need two documents of at least two sentences');
  const pick = (from: readonly number[]): number => from[random.integer(0, from.length - 1)]!;
  const document = pick(usable);
  const sentence = random.integer(0, lengths[document]! - 2);
  const isNext = random.next() < 0.5;
  const other = pick(usable.filter((d) => d !== document));
  const elsewhere = { document: other, sentence: random.integer(0, lengths[other]! - 1) };
  return { a: { document, sentence }, b: isNext ? { document, sentence: sentence + 1 } : elsewhere, isNext };
}
// #endregion draw-pair
