import type { Matrix } from '#mechanisms/numeric/matrix.ts';
import { everything } from './masks.ts';
import type { Mask } from './masks.ts';
import { softmax } from './softmax.ts';

/**
 * Scaled dot-product attention, Eq. (1) of "Attention Is All You Need" (§3.2.1), one head, with every intermediate kept.
 * Left out: dropout on the weights, batching.
 */

export interface AttentionOptions {
  /** τ, the factor put on every score: 1/√d_k unless told otherwise; 1 switches scaling off. */
  readonly tau?: number;
  /** Which keys a query may see: all of them unless told otherwise. */
  readonly mask?: Mask;
}

/** Every matrix between the inputs and the output, in the order in which they arise. */
export interface AttentionTrace {
  /** QKᵀ, n×m. */
  readonly scores: Matrix;
  /** τQKᵀ, n×m. */
  readonly scaled: Matrix;
  /** The same with −∞ where the mask forbids, n×m. */
  readonly masked: Matrix;
  /** Row-wise softmax, n×m: each row sums to 1, or to 0 if its query may see no key. */
  readonly weights: Matrix;
  /** weights · V, n×d_v. */
  readonly output: Matrix;
}

// #region scaled-dot-product-attention
/**
 * Attention(Q, K, V) = softmax(QKᵀ/√d_k) V for Q n×d_k, K m×d_k, V m×d_v.
 * Throws a RangeError where the shapes do not fit.
 */
export function scaledDotProductAttention(
  Q: Matrix,
  K: Matrix,
  V: Matrix,
  options: AttentionOptions = {},
): AttentionTrace {
  const { tau = 1 / Math.sqrt(Q.cols), mask = everything } = options;
  const scores = Q.times(K.transpose()); // n×m
  const scaled = scores.scale(tau); // n×m
  const masked = scaled.map((score, i, j) => (mask(i, j) ? score : -Infinity)); // n×m
  const weights = softmaxRows(masked); // n×m
  const output = weights.times(V); // n×d_v
  return { scores, scaled, masked, weights, output };
}
// #endregion scaled-dot-product-attention

/** The softmax of each row of S. */
export function softmaxRows(S: Matrix): Matrix {
  const rows = S.toRows().map(softmax);
  return S.map((_, i, j) => rows[i]![j]!);
}
