/**
 * What fine-tuning puts on top of BERT: a classifier on [CLS] (§4.1), and two vectors that mark where an answer begins
 * and ends (§4.2, §4.3). Forward passes only: training moves all of BERT's weights together with these.
 */
import { softmax } from '#mechanisms/attention/softmax.ts';
import type { Matrix } from '#mechanisms/numeric/matrix.ts';

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, c) => sum + x * b[c]!, 0);

// #region classify
/** softmax(C Wᵀ): K probabilities from the vector C of [CLS], H numbers, and W, K×H, the only new weights (§4.1). */
export function classify(C: readonly number[], W: Matrix): number[] {
  return softmax(W.toRows().map((label) => dot(C, label)));
}
// #endregion classify

/** Scores of every token for being a vector's word: S·T_i for all i, with T n×H. */
export const scoresOf = (T: Matrix, S: readonly number[]): number[] => T.toRows().map((row) => dot(S, row));

/** An answer from token i to token j, both included, and its score S·T_i + E·T_j. */
export interface Span {
  readonly i: number;
  readonly j: number;
  readonly score: number;
}

// #region best-span
/** argmax over j ≥ i of start_i + end_j in one pass: for each end, the best start so far. Of equals, the first found. */
export function bestSpan(start: readonly number[], end: readonly number[]): Span {
  let i = 0;
  let best: Span = { i: 0, j: 0, score: -Infinity };
  for (let j = 0; j < end.length; j++) {
    if (start[j]! > start[i]!) i = j;
    const score = start[i]! + end[j]!;
    if (score > best.score) best = { i, j, score };
  }
  return best;
}

/** The best span, or nothing where it does not beat "no answer", the span at [CLS], by more than τ (§4.3). */
export function answer(best: Span, noAnswer: number, tau: number): Span | undefined {
  return best.score > noAnswer + tau ? best : undefined;
}
// #endregion best-span
