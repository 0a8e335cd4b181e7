import type { Matrix } from '#mechanisms/numeric/matrix.ts';
import { sigmoid } from '#mechanisms/recurrence/activation.ts';

/**
 * The feed-forward network of LLaMA (§2.2; SwiGLU of Shazeer 2020) beside the one of the Transformer of 2017. Neither
 * has biases here: LLaMA's has none.
 */

// #region swiglu
/** Swish(z) = z·σ(z): almost 0 far below zero, almost z far above. */
export const swish = (z: number): number => z * sigmoid(z);

/** The three matrices of SwiGLU: W1 and W3 are d×f, W2 is f×d. */
export interface SwigluWeights {
  readonly W1: Matrix;
  readonly W3: Matrix;
  readonly W2: Matrix;
}

/** FFN(X) = (Swish(X W1) ⊙ X W3) W2 for X n×d: one projection opens or shuts the other, entry by entry. */
export function swiglu(X: Matrix, { W1, W3, W2 }: SwigluWeights): Matrix {
  const gate = X.times(W1).map(swish); // n×f
  const up = X.times(W3); // n×f
  return gate.map((g, i, j) => g * up.at(i, j)).times(W2); // n×d
}
// #endregion swiglu

/** The hidden width that gives three matrices the parameters of two of width 4d: ⅔·4d, rounded up to a multiple. */
export function swigluWidth(d: number, multiple = 1): number {
  return multiple * Math.ceil(Math.floor((2 * 4 * d) / 3) / multiple);
}

/** Parameters of a feed-forward network of `matrices` matrices between widths d and f. */
export const ffnParameters = (matrices: 2 | 3, d: number, f: number): number => matrices * d * f;
