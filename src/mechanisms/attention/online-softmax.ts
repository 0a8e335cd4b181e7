import { expDifference, rowMax } from './softmax.ts';

/**
 * Softmax one piece at a time (FlashAttention §3.1, after Milakov & Gimelshein's online normaliser): two numbers stand
 * for all that has been seen of a row, and the numbers of two pieces merge exactly into those of their concatenation.
 */

/** What the softmax must remember of scores it has seen. */
export interface Statistics {
  /** m: the largest score; −∞ where none was seen. */
  readonly m: number;
  /** ℓ: Σ e^{x − m} over the scores seen. */
  readonly l: number;
}

/** The statistics of no score at all: the identity of `merge`, and line 2 of Algorithm 1. */
export const nothing: Statistics = { m: -Infinity, l: 0 };

// #region merge-statistics
/** m(x) and ℓ(x) of one piece of a row (line 10 of Algorithm 1). */
export function statistics(x: readonly number[]): Statistics {
  const m = rowMax(x);
  return { m, l: x.reduce((sum, score) => sum + expDifference(score, m), 0) };
}

/** The statistics of two pieces put side by side: whichever maximum is smaller, its sum shrinks by e^{old − new}. */
export function merge(a: Statistics, b: Statistics): Statistics {
  const m = Math.max(a.m, b.m);
  return { m, l: expDifference(a.m, m) * a.l + expDifference(b.m, m) * b.l };
}
// #endregion merge-statistics
