/**
 * The small network that the training steps of this folder really train: a multi-layer perceptron without biases,
 * aₗ₊₁ = tanh(aₗ Wₗ), under the squared error. It stands for any model that is a sequence of layers, each of which
 * needs its parameters twice: in the forward and in the backward pass.
 */
import type { Matrix } from '#mechanisms/numeric/matrix.ts';

/** A mini-batch: B examples, one a row. */
export interface Batch {
  /** [B, width of the first layer] */
  readonly x: Matrix;
  /** [B, width of the last layer] */
  readonly y: Matrix;
}

// #region perceptron
/** The layer's output tanh(a W), [B, d_out], of its input a, [B, d_in], and parameters W, [d_in, d_out]. */
export function forwardLayer(a: Matrix, W: Matrix): Matrix {
  return a.times(W).map(Math.tanh);
}

/** The gradients dW, [d_in, d_out], and da, [B, d_in], from the gradient dOut of the output, [B, d_out]. */
export function backwardLayer(a: Matrix, W: Matrix, out: Matrix, dOut: Matrix): { dW: Matrix; da: Matrix } {
  const dz = dOut.map((d, i, j) => d * (1 - out.at(i, j) ** 2)); // tanh′ = 1 − tanh²
  return { dW: a.transpose().times(dz), da: dz.times(W.transpose()) };
}

/** ½‖out − y‖² averaged over the B examples, and its gradient with respect to `out`, [B, d_out]. */
export function squaredError(out: Matrix, y: Matrix): { loss: number; dOut: Matrix } {
  const error = out.plus(y.scale(-1));
  const sum = error
    .toRows()
    .flat()
    .reduce((total, e) => total + e ** 2, 0);
  return { loss: sum / (2 * out.rows), dOut: error.scale(1 / out.rows) };
}
// #endregion perceptron
