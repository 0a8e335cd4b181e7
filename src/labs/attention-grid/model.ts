import { embed, heads, sentence, weights, type Head } from '#mechanisms/attention/hand-set-heads.ts';
import { causal, everything } from '#mechanisms/attention/masks.ts';
import { scaledDotProductAttention } from '#mechanisms/attention/scaled-dot-product.ts';
import { rowMax } from '#mechanisms/attention/softmax.ts';
import type { Matrix } from '#mechanisms/numeric/matrix.ts';

export interface Choices {
  head: Head;
  causal: boolean;
  positions: boolean;
}

/** One head of self-attention over the sentence, with its projections and every intermediate. */
export function run({ head, causal: masked, positions }: Choices) {
  const i = heads.indexOf(head);
  const X = embed(sentence, positions);
  const [Q, K, V] = [X.times(weights.WQ[i]!), X.times(weights.WK[i]!), X.times(weights.WV[i]!)];
  const mask = masked ? causal : everything;
  return { Q, K, V, mask, ...scaledDotProductAttention(Q, K, V, { mask }) };
}

export type Run = ReturnType<typeof run>;

/** The n×n matrix that a step leaves: scores, scaled, masked, and from the softmax on the weights. */
export const matrixAt = (run: Run, step: number): Matrix => [run.scores, run.scaled, run.masked][step] ?? run.weights;

/** The keys that get the largest weight of a row; two weights count as equal if rounding alone tells them apart. */
export function favourites({ weights: P }: Run, row: number): { keys: number[]; weight: number } {
  const p = P.row(row);
  const weight = rowMax(p);
  return { weight, keys: p.flatMap((value, j) => (weight - value < 1e-9 ? [j] : [])) };
}
