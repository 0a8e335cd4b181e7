import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { everything, permitsAny } from './masks.ts';
import type { Mask } from './masks.ts';
import { merge, nothing, statistics } from './online-softmax.ts';
import type { Statistics } from './online-softmax.ts';
import type { AttentionOptions } from './scaled-dot-product.ts';
import { expDifference } from './softmax.ts';
import { cut, length } from './tiling.ts';
import type { BlockSizes, Range } from './tiling.ts';
import { productFlops } from './work.ts';
import type { Work } from './work.ts';

/**
 * FlashAttention's forward pass, one head: Algorithm 1, with the factor τ and the mask of Algorithm 2 and the skipped
 * tiles of Algorithm 5. It computes the real numbers and tells, step by step, what moves between HBM and the chip.
 * Left out: dropout, the backward pass, the parallel thread blocks of the kernel, reduced precision.
 */

export interface FlashOptions extends AttentionOptions, BlockSizes {
  /** The order in which blocks j of K and V arrive: 0, 1, … unless told otherwise. */
  readonly order?: readonly number[];
  /** Skip tiles in which the mask permits nothing (Algorithm 5): yes unless told otherwise; Algorithm 2 visits them. */
  readonly skip?: boolean;
}

/** What HBM holds for the Br rows of a query block: the statistics and the output so far, already normalised. */
export interface RowState {
  /** (m, ℓ) of each row. */
  readonly stats: readonly Statistics[];
  /** O_i, Br×d. */
  readonly O: Matrix;
}

/** One visit of query block i by key block j, with everything computed on the chip. */
export interface Tile {
  readonly i: number;
  readonly j: number;
  readonly rows: Range;
  readonly cols: Range;
  /** S_ij = τQ_iK_jᵀ, −∞ where masked, Br×Bc. */
  readonly S: Matrix;
  /** (m̃, ℓ̃) of each row of the tile alone. */
  readonly tileStats: readonly Statistics[];
  /** P̃_ij = exp(S_ij − m̃), Br×Bc. */
  readonly P: Matrix;
  readonly before: RowState;
  readonly after: RowState;
}

/** The work that one line of Algorithm 1 does, and the tile it does it on. */
export type FlashStep = Work &
  (
    | { readonly kind: 'initialize' }
    | { readonly kind: 'load-kv'; readonly j: number; readonly cols: Range }
    | { readonly kind: 'skip'; readonly i: number; readonly j: number }
    | { readonly kind: TileStepKind; readonly tile: Tile }
  );
export type TileStepKind = 'load-q' | 'scores' | 'tile-statistics' | 'merge' | 'write-output' | 'write-statistics';

/** The steps in order; the value returned at the end is the state of all N rows. */
export type FlashWalk = Generator<FlashStep, RowState>;

/** The line of Algorithm 1 that a step stands for; a skipped tile has none (it is line 8 of Algorithm 5). */
export const algorithm1Line: Readonly<Record<Exclude<FlashStep['kind'], 'skip'>, number>> = {
  initialize: 2,
  'load-kv': 6,
  'load-q': 8,
  scores: 9,
  'tile-statistics': 10,
  merge: 11,
  'write-output': 12,
  'write-statistics': 13,
};

/**
 * Algorithm 1 as a walk over tiles for Q, K, V of N×d: yields every step with its work, returns the final state of all
 * N rows. Throws a RangeError, at the first step, on block sizes that are no positive integers, on shapes that do not
 * fit, and on an `order` that is no permutation of the key blocks.
 */
// #region flash-forward
export function* flashAttention(Q: Matrix, K: Matrix, V: Matrix, options: FlashOptions): FlashWalk {
  requireShapes(Q, K, V);
  const { Br, Bc, tau = 1 / Math.sqrt(Q.cols), mask = everything, skip = true } = options;
  const [rowBlocks, colBlocks] = [cut(Q.rows, Br), cut(K.rows, Bc)];
  const state = rowBlocks.map((rows) => emptyState(length(rows), V.cols));
  yield { kind: 'initialize', reads: 0, writes: Q.rows * (V.cols + 2), flops: 0 };
  for (const j of blockOrder(options.order, colBlocks.length)) {
    const cols = colBlocks[j]!;
    const [Kj, Vj] = [K.sliceRows(cols.start, cols.end), V.sliceRows(cols.start, cols.end)]; // Bc×d
    yield { kind: 'load-kv', j, cols, reads: length(cols) * (K.cols + V.cols), writes: 0, flops: 0 };
    for (const [i, rows] of rowBlocks.entries()) {
      if (skip && !permitsAny(mask, rows, cols)) {
        yield { kind: 'skip', i, j, reads: 0, writes: 0, flops: 0 };
        continue;
      }
      const S = maskedScores(Q.sliceRows(rows.start, rows.end), Kj, tau, mask, rows, cols); // Br×Bc
      const tile = { i, j, rows, cols, S, ...absorb(state[i]!, S, Vj) };
      yield* tileSteps(tile, Q.cols, V.cols);
      state[i] = tile.after;
    }
  }
  return joinStates(state);
}
// #endregion flash-forward

// #region flash-update
/** Lines 10–12 of Algorithm 1: what the rows of O_i become when the score tile S (Br×Bc) and V_j (Bc×d) arrive. */
export function absorb(before: RowState, S: Matrix, Vj: Matrix): Pick<Tile, 'tileStats' | 'P' | 'before' | 'after'> {
  const tileStats = S.toRows().map(statistics); // (m, ℓ) of the tile, per row
  const P = S.map((score, r) => expDifference(score, tileStats[r]!.m)); // Br×Bc
  const PV = P.times(Vj); // Br×d
  const stats = before.stats.map((old, r) => merge(old, tileStats[r]!)); // (m, ℓ)^new per row
  const O = PV.map((pv, r, c) => {
    const [old, tile, now] = [before.stats[r]!, tileStats[r]!, stats[r]!];
    const sum = old.l * expDifference(old.m, now.m) * before.O.at(r, c) + expDifference(tile.m, now.m) * pv;
    return now.l === 0 ? 0 : sum / now.l;
  });
  return { tileStats, P, before, after: { stats, O } };
}
// #endregion flash-update

/** Lines 8–13 of Algorithm 1 with their traffic and operations, for Q and K of width d and V of width dv. */
function* tileSteps(tile: Tile, d: number, dv: number): Generator<FlashStep> {
  const [Br, Bc] = [length(tile.rows), length(tile.cols)];
  const idle = { tile, reads: 0, writes: 0, flops: 0 };
  yield { ...idle, kind: 'load-q', reads: Br * (d + dv + 2) };
  yield { ...idle, kind: 'scores', flops: productFlops(Br, d, Bc) };
  yield { ...idle, kind: 'tile-statistics' };
  yield { ...idle, kind: 'merge' };
  yield { ...idle, kind: 'write-output', writes: Br * dv, flops: productFlops(Br, Bc, dv) };
  yield { ...idle, kind: 'write-statistics', writes: Br * 2 };
}

function requireShapes(Q: Matrix, K: Matrix, V: Matrix): void {
  if (Q.cols !== K.cols) throw new RangeError(`queries of width ${Q.cols} do not meet keys of width ${K.cols}`);
  if (K.rows !== V.rows) throw new RangeError(`${K.rows} keys do not meet ${V.rows} values`);
}

/** τQ_iK_jᵀ with −∞ where the mask forbids, for the query rows and key columns of one tile: Br×Bc. */
export function maskedScores(Qi: Matrix, Kj: Matrix, tau: number, mask: Mask, rows: Range, cols: Range): Matrix {
  const S = Qi.times(Kj.transpose());
  return S.map((score, r, c) => (mask(rows.start + r, cols.start + c) ? tau * score : -Infinity));
}

function emptyState(rows: number, d: number): RowState {
  return { stats: Array.from({ length: rows }, () => nothing), O: new Matrix(rows, d) };
}

function joinStates(states: readonly RowState[]): RowState {
  return { stats: states.flatMap((s) => s.stats), O: Matrix.of(states.flatMap((s) => s.O.toRows())) };
}

function blockOrder(order: readonly number[] | undefined, count: number): readonly number[] {
  const natural = Array.from({ length: count }, (_, j) => j);
  if (!order) return natural;
  const sorted = order.toSorted((a, b) => a - b);
  if (sorted.length !== count || sorted.some((j, at) => j !== at)) {
    throw new RangeError(`[${order.join(', ')}] does not visit each of ${count} blocks once`);
  }
  return order;
}
