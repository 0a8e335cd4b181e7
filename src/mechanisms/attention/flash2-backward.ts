import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { maskedScores } from './flash.ts';
import type { Flash2Options } from './flash2.ts';
import { everything, permitsAny } from './masks.ts';
import { cut, length } from './tiling.ts';
import type { Range } from './tiling.ts';

/**
 * FlashAttention-2's backward pass, one head: Algorithm 2 with the factor τ and a mask. A thread block owns the keys and
 * values of one column block, so dK_j and dV_j are its own; what it owes to dQ it adds in HBM, where others add too.
 * Not modelled: the order in which atomic adds arrive, and the rounding that depends on it.
 */

/** What the forward pass left in HBM, and the gradient that arrives. */
export interface Saved {
  readonly Q: Matrix;
  readonly K: Matrix;
  readonly V: Matrix;
  /** O, N×d. */
  readonly O: Matrix;
  /** L = m + log ℓ of each row. */
  readonly L: readonly number[];
  /** dO, N×d. */
  readonly dO: Matrix;
}

/** What one thread block makes. */
export interface ColumnBlock {
  /** dK_j and dV_j, Bc×d: written once. */
  readonly dK: Matrix;
  readonly dV: Matrix;
  /** One atomic add to dQ_i (Br×d) for each tile visited. */
  readonly adds: readonly { readonly rows: Range; readonly dQ: Matrix }[];
}

// #region column-block
/** Lines 6–18 of Algorithm 2 for the keys `cols`: P comes back from L, and D_i = rowsum(dO_i ∘ O_i). */
export function columnBlock(cols: Range, { Q, K, V, O, L, dO }: Saved, options: Flash2Options): ColumnBlock {
  const { Br, tau = 1 / Math.sqrt(Q.cols), mask = everything } = options;
  const [Kj, Vj] = [K.sliceRows(cols.start, cols.end), V.sliceRows(cols.start, cols.end)]; // Bc×d
  let [dK, dV] = [new Matrix(length(cols), K.cols), new Matrix(length(cols), V.cols)];
  const adds: { rows: Range; dQ: Matrix }[] = [];
  for (const rows of cut(Q.rows, Br)) {
    if (!permitsAny(mask, rows, cols)) continue;
    const [Qi, Oi, dOi] = [Q, O, dO].map((whole) => whole.sliceRows(rows.start, rows.end)) as [Matrix, Matrix, Matrix];
    const D = dOi.toRows().map((row, r) => row.reduce((sum, value, c) => sum + value * Oi.at(r, c), 0));
    const S = maskedScores(Qi, Kj, tau, mask, rows, cols); // Br×Bc
    const P = S.map((score, r) => Math.exp(score - L[rows.start + r]!));
    dV = dV.plus(P.transpose().times(dOi));
    const dP = dOi.times(Vj.transpose()); // Br×Bc
    const dS = P.map((p, r, c) => tau * p * (dP.at(r, c) - D[r]!));
    adds.push({ rows, dQ: dS.times(Kj) }); // the one result that others share
    dK = dK.plus(dS.transpose().times(Qi));
  }
  return { dK, dV, adds };
}
// #endregion column-block

/** dQ, dK, dV, all N×d: the column blocks in any order, and their adds summed. */
export function flash2Backward(saved: Saved, options: Flash2Options) {
  const blocks = cut(saved.K.rows, options.Bc).map((cols) => columnBlock(cols, saved, options));
  const dQ = new Matrix(saved.Q.rows, saved.Q.cols);
  for (const { rows, dQ: part } of blocks.flatMap((block) => block.adds)) {
    part.map((value, r, c) => {
      dQ.set(rows.start + r, c, dQ.at(rows.start + r, c) + value);
      return value;
    });
  }
  const stack = (of: 'dK' | 'dV') => Matrix.of(blocks.flatMap((block) => block[of].toRows()));
  return { dQ, dK: stack('dK'), dV: stack('dV'), blocks };
}
