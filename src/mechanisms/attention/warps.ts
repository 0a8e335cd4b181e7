import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { absorb } from './flash2.ts';
import type { RunningRows } from './flash2.ts';
import { merge } from './online-softmax.ts';
import { expDifference } from './softmax.ts';
import type { TileShape } from './tile-operations.ts';
import { cut, length } from './tiling.ts';

/**
 * How the warps of a thread block share the work on one tile (§3.3), and what passes through shared memory. Both schemes
 * really compute the tile's m, ℓ and Õ. Counted, in elements: operands that warps read from shared memory, each warp its
 * own share once for the tile; and partial results that warps write there for each other, and read. In split-K a warp
 * keeps its own maximum until partial results meet, which is the least exchange possible. Left out: operands that stay in
 * registers for the next tile, bank conflicts, widths of elements.
 */

/** What the warps of a thread block move through shared memory for one tile. */
export interface SharedMemory {
  /** Elements of Q_i, K_j and V_j read, all warps together. */
  readonly operands: number;
  /** Elements of partial results written for other warps, and read back. */
  readonly exchanged: number;
  /** Times that all warps wait for each other. */
  readonly barriers: number;
}

/** The tile's m, ℓ and Õ (of this tile alone), and what they cost. */
export interface WarpRun extends SharedMemory {
  readonly result: RunningRows;
}

export interface WarpTile extends TileShape {
  readonly warps: number;
}

// #region shared-memory
/** Every warp reads all of Q_i and its slice of K_j, V_j; it writes Õ, m, ℓ of all Br rows, and all are read back. */
export function splitKShared({ Br, Bc, d, warps }: WarpTile): SharedMemory {
  return { operands: warps * Br * d + 2 * Bc * d, exchanged: 2 * warps * Br * (d + 2), barriers: 1 };
}

/** Every warp reads its slice of Q_i and all of K_j, V_j; no other warp wants what it makes. */
export function splitQShared({ Br, Bc, d, warps }: WarpTile): SharedMemory {
  return { operands: Br * d + warps * 2 * Bc * d, exchanged: 0, barriers: 0 };
}
// #endregion shared-memory

const blank = (Br: number, d: number): RunningRows => ({
  m: Array<number>(Br).fill(-Infinity),
  l: Array<number>(Br).fill(0),
  O: new Matrix(Br, d),
});

// #region split-k
/** FlashAttention: Q_i is everybody's, each warp has a slice of K_j and V_j, and every warp has a part of every row. */
export function splitK(Qi: Matrix, Kj: Matrix, Vj: Matrix, warps: number): WarpRun {
  const [Br, d] = [Qi.rows, Vj.cols];
  const slices = cut(Kj.rows, Math.ceil(Kj.rows / warps));
  const partial = slices.map(({ start, end }) => {
    const S = Qi.times(Kj.sliceRows(start, end).transpose()); // Br×(Bc/warps)
    return absorb(blank(Br, d), S, Vj.sliceRows(start, end)); // m, ℓ, Õ of a part of the keys
  });
  // through shared memory: every warp's m, ℓ and Õ of all rows, then their sum
  return { result: partial.reduce(add), ...splitKShared({ Br, Bc: Kj.rows, d, warps: slices.length }) };
}
// #endregion split-k

// #region split-q
/** FlashAttention-2: each warp has a slice of Q_i and sees all of K_j and V_j, so its rows are its own. */
export function splitQ(Qi: Matrix, Kj: Matrix, Vj: Matrix, warps: number): WarpRun {
  const slices = cut(Qi.rows, Math.ceil(Qi.rows / warps));
  const own = slices.map((rows) => {
    const S = Qi.sliceRows(rows.start, rows.end).times(Kj.transpose()); // (Br/warps)×Bc
    return absorb(blank(length(rows), Vj.cols), S, Vj);
  });
  return { result: own.reduce(stack), ...splitQShared({ Br: Qi.rows, Bc: Kj.rows, d: Vj.cols, warps: slices.length }) };
}
// #endregion split-q

/** Two parts of the keys, for the same rows: brought to one maximum and summed. */
function add(a: RunningRows, b: RunningRows): RunningRows {
  const merged = a.m.map((m, r) => merge({ m, l: a.l[r]! }, { m: b.m[r]!, l: b.l[r]! }));
  return {
    m: merged.map(({ m }) => m),
    l: merged.map(({ l }) => l),
    O: a.O.map(
      (o, r, c) => expDifference(a.m[r]!, merged[r]!.m) * o + expDifference(b.m[r]!, merged[r]!.m) * b.O.at(r, c),
    ),
  };
}

/** The same keys, for other rows: one under the other. */
function stack(a: RunningRows, b: RunningRows): RunningRows {
  return { m: [...a.m, ...b.m], l: [...a.l, ...b.l], O: Matrix.of([...a.O.toRows(), ...b.O.toRows()]) };
}
