/**
 * Cycles of an output-stationary systolic array: each of its rows × cols cells keeps one element of C; A enters from the
 * left and B from the top, skewed by one cycle per cell, so that the last cell starts rows + cols − 2 cycles late.
 *
 * The paper takes the count from SCALE-Sim, which lets the array run dry between folds:
 * folds · (k + rows + cols − 2) − 1. For large tiles the authors' program instead assumes 98–99 % utilisation, that is,
 * folds that follow each other without a gap. The second holds here for every size: the skew is paid once.
 */

// #region systolic-cycles
/** Cycles for C (m × n) = A (m × k) · B (k × n) on one array of `rows` × `cols` cells, `macs` per cell and cycle. */
export function systolicCycles(
  { rows, cols, macs }: { rows: number; cols: number; macs: number },
  { m, n, k }: { m: number; n: number; k: number },
): number {
  const folds = Math.ceil(m / rows) * Math.ceil(n / cols); // a partly filled array takes as long as a full one
  return (folds * k + rows + cols - 2) / macs;
}
// #endregion systolic-cycles
