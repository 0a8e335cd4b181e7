import { Matrix } from '#mechanisms/numeric/matrix.ts';
import type { Routing } from './routing.ts';

/**
 * The expert layer as matrix products (GShard Algorithm 2; Switch's Appendix F writes the same). Dispatch and combine are
 * one-hot and weighted selections by multiplication, since a matrix unit multiplies faster than it gathers. A tensor of
 * the paper is here one matrix for each of its leading indices. Left out: biases, dropout, the residual connection.
 */

/** FFN_e(x) = wo·ReLU(wi·x): wi is M×H, wo is H×M, tokens are rows. */
export interface Expert {
  readonly wi: Matrix;
  readonly wo: Matrix;
}

/** What expert e does to the rows of a buffer, C×M → C×M. */
export function feedForward(rows: Matrix, { wi, wo }: Expert): Matrix {
  return rows
    .times(wi)
    .map((h) => Math.max(0, h))
    .times(wo);
}

// #region dispatch-and-combine
/** combine_weights[:, e, :] of one group for every expert e: S×C, non-zero where token s sits at place c. */
export function combineWeights({ tokens, experts, C, assignments }: Routing): Matrix[] {
  const combine = Array.from({ length: experts }, () => new Matrix(tokens, C));
  for (const { token, expert, slot, weight } of assignments) combine[expert]!.set(token, slot, weight);
  return combine;
}

/** einsum SEC,SM→ECM: each expert's buffer for this group, C×M; an empty place is a row of zeros. */
export function dispatch(combine: readonly Matrix[], x: Matrix): Matrix[] {
  const mask = combine.map((weights) => weights.map((weight) => (weight === 0 ? 0 : 1))); // dispatch_mask
  return mask.map((chosen) => chosen.transpose().times(x));
}

/** einsum SEC,ECM→SM: every token's weighted sum of what its experts answered; zero for an overflowed token. */
export function combineOutputs(combine: readonly Matrix[], answers: readonly Matrix[]): Matrix {
  return combine.map((weights, e) => weights.times(answers[e]!)).reduce((y, part) => y.plus(part));
}
// #endregion dispatch-and-combine
