/**
 * Cutting matrices for tensor parallelism. A cut is even or it is refused: a rank with less work than the others would
 * wait for them, and Megatron-LM pads the vocabulary rather than allow it (Shoeybi et al., 2019, Sec. 5.1).
 */
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { partition } from './partition.ts';
import type { Slice } from './partition.ts';

/** A = [A_1, …, A_t]: slices of columns, one a rank. Throws a RangeError unless t divides the columns. */
export function cutColumns(A: Matrix, t: number): Matrix[] {
  return evenly(A.cols, t).map(({ start, end }) => A.sliceCols(start, end));
}

/** B = [B_1; …; B_t]: slices of rows, one a rank. Throws a RangeError unless t divides the rows. */
export function cutRows(B: Matrix, t: number): Matrix[] {
  return evenly(B.rows, t).map(({ start, end }) => B.sliceRows(start, end));
}

/** The slices one under another. */
export function joinRows(parts: readonly Matrix[]): Matrix {
  return Matrix.of(parts.flatMap((part) => part.toRows()));
}

/** The slices side by side. */
export function joinColumns(parts: readonly Matrix[]): Matrix {
  return joinRows(parts.map((part) => part.transpose())).transpose();
}

/** t equal slices of `length`. Throws a RangeError where a remainder is left. */
export function evenly(length: number, t: number): Slice[] {
  if (length % t !== 0) throw new RangeError(`${length} cannot be cut into ${t} equal parts`);
  return partition(length, t);
}
