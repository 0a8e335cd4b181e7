/**
 * The output layer on t ranks (Shoeybi et al., 2019, Sec. 3): the embedding table, h×v, is cut along the vocabulary, and
 * the cross-entropy is taken of logits that no rank ever holds whole. Left out: label smoothing, the backward pass.
 */
import { merge, statistics } from '#mechanisms/attention/online-softmax.ts';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { evenly } from './sharded-matrix.ts';
import type { TensorParallelGroup } from './tensor-parallel-group.ts';

// #region vocabulary-parallel-loss
/**
 * −ln softmax(XE)[target] for each of the b·s rows of X, the same on every rank. Per token a rank sends three numbers:
 * the largest of its logits, its sum of exponentials, and the target's logit if that word is its own (else −∞).
 */
export function vocabularyParallelLoss(
  X: Matrix,
  E: readonly Matrix[],
  targets: readonly number[],
  group: TensorParallelGroup,
): number[] {
  const words = evenly(E.length * E[0]!.cols, group.t);
  const summaries = E.map((Ei, i) => {
    const logits = X.times(Ei); // b·s×v/t, never sent
    return Matrix.of(
      targets.map((target, token) => {
        const { m, l } = statistics(logits.row(token));
        const { start, end } = words[i]!;
        return [m, l, target >= start && target < end ? logits.at(token, target - start) : -Infinity];
      }),
    );
  });
  const all = group.allGatherRows(summaries, 'forward')[0]!; // t·b·s×3
  return targets.map((_, token) => {
    const rows = summaries.map((own, i) => all.row(i * own.rows + token) as [number, number, number]);
    const { m, l } = rows.map(([m, l]) => ({ m, l })).reduce(merge);
    return m + Math.log(l) - Math.max(...rows.map(([, , logit]) => logit));
  });
}
// #endregion vocabulary-parallel-loss
