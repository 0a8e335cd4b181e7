import { Matrix } from '#mechanisms/numeric/matrix.ts';

/**
 * The softmax of one row of scores, its entropy and its Jacobian.
 *
 * A score of −∞ marks a key that a mask forbids. A row of nothing but −∞ has no distribution; its weights are all zero
 * here, so that a query that may look nowhere reads nothing. Left out: dropout and reduced precision.
 */

// #region softmax
/**
 * softmax(x)_i = e^{x_i − m} / Σ_j e^{x_j − m} with m = max x: subtracting the maximum changes nothing but keeps every
 * exponent ≤ 0, so that nothing overflows (FlashAttention §3.1 writes it this way).
 */
export function softmax(x: readonly number[]): number[] {
  const m = rowMax(x);
  const f = x.map((score) => expDifference(score, m));
  const l = f.reduce((sum, value) => sum + value, 0);
  return f.map((value) => (l === 0 ? 0 : value / l));
}
// #endregion softmax

/** The largest score of a row; −∞ for an empty one. A loop, because `Math.max(...x)` overflows the stack on long rows. */
export function rowMax(x: readonly number[]): number {
  let most = -Infinity;
  for (const score of x) most = Math.max(most, score);
  return most;
}

/** e^{x − m} for x ≤ m, with e^{−∞} = 0 even where m is −∞ too (there the subtraction alone would give NaN). */
export function expDifference(x: number, m: number): number {
  return x === -Infinity ? 0 : Math.exp(x - m);
}

/** Shannon entropy −Σ p ln p in nats: 0 for a one-hot row, ln n for a uniform row of n. */
export function entropy(p: readonly number[]): number {
  return p.reduce((sum, value) => (value === 0 ? sum : sum - value * Math.log(value)), 0);
}

/** ∂p_i/∂x_j = p_i(δ_ij − p_j) for p = softmax(x): n×n, every row and column summing to 0. */
export function softmaxJacobian(p: readonly number[]): Matrix {
  return Matrix.from(p.length, p.length, (i, j) => p[i]! * ((i === j ? 1 : 0) - p[j]!));
}

/**
 * The largest |∂p_i/∂x_j|, without building the Jacobian: it lies on the diagonal, where p_i(1 − p_i) = Σ_{j≠i} p_i p_j.
 * At most 1/4; near 0 for a saturated row, and then no gradient passes.
 */
export function steepestSlope(p: readonly number[]): number {
  return rowMax(p.map((value) => value * (1 - value)));
}
