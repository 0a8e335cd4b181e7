import type { Run } from '#figures/attention-is-all-you-need/one-head.ts';
import { rowMax } from '#mechanisms/attention/softmax.ts';
import type { Matrix } from '#mechanisms/numeric/matrix.ts';

/** The n×n matrix that a step leaves: scores, scaled, masked, and from the softmax on the weights. */
export const matrixAt = (run: Run, step: number): Matrix => [run.scores, run.scaled, run.masked][step] ?? run.weights;

/** The keys that get the largest weight of a row; two weights count as equal if rounding alone tells them apart. */
export function favourites({ weights: P }: Run, row: number): { keys: number[]; weight: number } {
  const p = P.row(row);
  const weight = rowMax(p);
  return { weight, keys: p.flatMap((value, j) => (weight - value < 1e-9 ? [j] : [])) };
}
