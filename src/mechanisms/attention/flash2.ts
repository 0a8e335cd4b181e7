import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { maskedScores } from './flash.ts';
import type { Problem } from './io-cost.ts';
import { everything, permitsAny } from './masks.ts';
import type { AttentionOptions } from './scaled-dot-product.ts';
import { expDifference, rowMax } from './softmax.ts';
import { cut, length } from './tiling.ts';
import type { BlockSizes, Range } from './tiling.ts';
import { productFlops, total } from './work.ts';
import type { Work } from './work.ts';

/**
 * FlashAttention-2's forward pass, one head: Algorithm 1 with the factor τ and a mask, tile by tile on real numbers. The
 * exponent −1 that version 1 of the paper prints on the factor of line 10 is a slip and is left out. Not modelled:
 * dropout, reduced precision, the overlap of loading with computing.
 */

/** What a thread block keeps on the chip for its Br rows while keys go by. */
export interface RunningRows {
  /** m: the largest score so far, of each row. */
  readonly m: readonly number[];
  /** ℓ: Σ e^{score − m} so far, of each row. */
  readonly l: readonly number[];
  /** Õ, Br×d: Σ e^{score − m} v so far, not divided by ℓ. */
  readonly O: Matrix;
}

/** One visit of the rows by a block of keys. */
export interface Visit {
  readonly cols: Range;
  readonly after: RunningRows;
}

/** What one thread block writes to HBM, and how it came to it. */
export interface RowBlock extends Work {
  readonly rows: Range;
  /** O_i, Br×d. */
  readonly O: Matrix;
  /** L_i = m + log ℓ, of each row: all that the backward pass needs of the softmax. */
  readonly L: readonly number[];
  readonly visits: readonly Visit[];
}

// #region absorb
/** Lines 9–10: the rows meet one more tile of scores S (Br×Bc) and V_j (Bc×d). Nothing is divided. */
export function absorb({ m, l, O }: RunningRows, S: Matrix, Vj: Matrix): RunningRows {
  const mNew = m.map((old, r) => Math.max(old, rowMax(S.row(r))));
  const shrink = m.map((old, r) => expDifference(old, mNew[r]!)); // e^{m_old − m_new}, one per row
  const P = S.map((score, r) => expDifference(score, mNew[r]!)); // Br×Bc
  const lNew = l.map((old, r) => shrink[r]! * old + sum(P.row(r)));
  const PV = P.times(Vj); // Br×d
  return { m: mNew, l: lNew, O: PV.map((pv, r, c) => shrink[r]! * O.at(r, c) + pv) };
}
// #endregion absorb

export interface Flash2Options extends AttentionOptions, BlockSizes {}

// #region row-block
/** Lines 4–15: what one thread block does. It reads Q_i, K and V; nothing that another thread block makes. */
export function rowBlock(rows: Range, Q: Matrix, K: Matrix, V: Matrix, options: Flash2Options): RowBlock {
  const { Bc, tau = 1 / Math.sqrt(Q.cols), mask = everything } = options;
  const Qi = Q.sliceRows(rows.start, rows.end); // Br×d
  const visits: Visit[] = [];
  let state = nothingYet(length(rows), V.cols);
  for (const cols of cut(K.rows, Bc)) {
    if (!permitsAny(mask, rows, cols)) continue; // a tile above the diagonal
    const [Kj, Vj] = [K.sliceRows(cols.start, cols.end), V.sliceRows(cols.start, cols.end)]; // Bc×d
    state = absorb(state, maskedScores(Qi, Kj, tau, mask, rows, cols), Vj);
    visits.push({ cols, after: state });
  }
  const { m, l } = state;
  const O = state.O.map((o, r) => (l[r] === 0 ? 0 : o / l[r]!)); // the only division
  const L = m.map((most, r) => most + Math.log(l[r]!));
  return { rows, O, L, visits, ...workOf(rows, visits, Q.cols, V.cols) };
}
// #endregion row-block

/** O (N×d) and L of all N rows: the outer loop, whose turns may run in any order or all at once. Shapes as `rowBlock`'s. */
export function flashAttention2(Q: Matrix, K: Matrix, V: Matrix, options: Flash2Options) {
  const blocks = cut(Q.rows, options.Br).map((rows) => rowBlock(rows, Q, K, V, options));
  const O = Matrix.of(blocks.flatMap((block) => block.O.toRows()));
  return { O, L: blocks.flatMap((block) => block.L), blocks, ...total(blocks) };
}

// #region row-block-io
/** HBM traffic of one head: each of T_r thread blocks reads its rows of Q and all of K, V; O and L are written once. */
export function flash2Forward({ N, d, Br }: Problem & Pick<BlockSizes, 'Br'>): Work {
  const rowBlocks = Math.ceil(N / Br); // T_r
  return { reads: N * d + rowBlocks * 2 * N * d, writes: N * d + N, flops: 4 * N * N * d };
}
// #endregion row-block-io

function workOf(rows: Range, visits: readonly Visit[], d: number, dv: number): Work {
  const Br = length(rows);
  const keys = visits.reduce((count, { cols }) => count + length(cols), 0);
  return {
    reads: Br * d + keys * (d + dv),
    writes: Br * (dv + 1),
    flops: productFlops(Br, d, keys) + productFlops(Br, keys, dv),
  };
}

function nothingYet(Br: number, d: number): RunningRows {
  return { m: Array<number>(Br).fill(-Infinity), l: Array<number>(Br).fill(0), O: new Matrix(Br, d) };
}

function sum(x: readonly number[]): number {
  return x.reduce((all, value) => all + value, 0);
}
