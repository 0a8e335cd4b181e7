import type { Matrix } from '#mechanisms/numeric/matrix.ts';
import { softmaxRows } from './scaled-dot-product.ts';
import type { AttentionOptions } from './scaled-dot-product.ts';
import { productFlops } from './work.ts';
import type { Work } from './work.ts';

/**
 * Standard attention as FlashAttention's Algorithm 0 writes it (§2.2): one kernel per operation, each reading its inputs
 * from HBM and writing its N×N result back. As in the proof of Theorem 2, a matrix product is charged one read per input
 * element, which flatters it: a real blocked product rereads. The factor τ rides along with the product; a mask is a
 * kernel of its own, as in unfused code. Left out: dropout.
 */
export interface StandardStep extends Work {
  readonly kind: 'scores' | 'mask' | 'softmax' | 'output';
  /** What the step leaves in HBM: S, S masked, P (all N×N), or O (N×d). */
  readonly result: Matrix;
}

export type StandardWalk = Generator<StandardStep, void>;

/**
 * The kernels of standard attention in order, for Q, K, V N×d; the last one's result is O. Throws a RangeError where the
 * shapes do not fit.
 */
// #region standard-attention
export function* standardAttention(Q: Matrix, K: Matrix, V: Matrix, options: AttentionOptions = {}): StandardWalk {
  const { tau = 1 / Math.sqrt(Q.cols), mask } = options;
  const [Nd, NN] = [Q.rows * Q.cols, Q.rows * K.rows];
  const [flopsQK, flopsPV] = [productFlops(Q.rows, Q.cols, K.rows), productFlops(Q.rows, K.rows, V.cols)];

  let S = Q.times(K.transpose()).scale(tau); // N×N
  yield { kind: 'scores', result: S, reads: Nd + K.rows * K.cols, writes: NN, flops: flopsQK };

  if (mask) {
    S = S.map((score, i, j) => (mask(i, j) ? score : -Infinity)); // N×N
    yield { kind: 'mask', result: S, reads: NN, writes: NN, flops: 0 };
  }

  const P = softmaxRows(S); // N×N
  yield { kind: 'softmax', result: P, reads: NN, writes: NN, flops: 0 };

  const O = P.times(V); // N×d
  yield { kind: 'output', result: O, reads: NN + V.rows * V.cols, writes: Q.rows * V.cols, flops: flopsPV };
}
// #endregion standard-attention
