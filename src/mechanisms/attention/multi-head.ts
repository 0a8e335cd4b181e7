import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { scaledDotProductAttention } from './scaled-dot-product.ts';
import type { AttentionOptions, AttentionTrace } from './scaled-dot-product.ts';

/**
 * Multi-head attention (§3.2.2): h attentions on narrow projections of the same tokens, concatenated and projected back.
 * The weights are drawn at random, not trained. Left out: biases (the paper has none here), dropout, batching.
 */

/** The widths of a layer; the paper's base model has dModel = 512, h = 8, dk = dv = 64. */
export interface MultiHeadShape {
  readonly dModel: number;
  readonly h: number;
  readonly dk: number;
  readonly dv: number;
}

export interface MultiHeadWeights {
  /** W_i^Q, W_i^K: h matrices of d_model×d_k each. */
  readonly WQ: readonly Matrix[];
  readonly WK: readonly Matrix[];
  /** W_i^V: h matrices of d_model×d_v. */
  readonly WV: readonly Matrix[];
  /** W^O: h·d_v×d_model. */
  readonly WO: Matrix;
}

export interface MultiHeadTrace {
  /** head_1, …, head_h with all their intermediates. */
  readonly heads: readonly AttentionTrace[];
  /** The heads' outputs side by side, n×h·d_v. */
  readonly concat: Matrix;
  /** concat · W^O, n×d_model. */
  readonly output: Matrix;
}

/** d_k = d_v = d_model/h, the paper's choice. Throws a RangeError unless h divides d_model. */
export function evenShape(dModel: number, h: number): MultiHeadShape {
  if (dModel % h !== 0) throw new RangeError(`${h} heads do not divide a width of ${dModel}`);
  return { dModel, h, dk: dModel / h, dv: dModel / h };
}

/** Seeded normal weights of variance 1/fan-in, so that inputs of unit variance keep unit variance when projected. */
export function drawWeights({ dModel, h, dk, dv }: MultiHeadShape, seed: number): MultiHeadWeights {
  const { normal } = createRandom(seed);
  const draw = (rows: number, cols: number) => Matrix.from(rows, cols, () => normal() / Math.sqrt(rows));
  const drawHeads = (cols: number) => Array.from({ length: h }, () => draw(dModel, cols));
  return { WQ: drawHeads(dk), WK: drawHeads(dk), WV: drawHeads(dv), WO: draw(h * dv, dModel) };
}

// #region multi-head-attention
/**
 * MultiHead(Q, K, V) = Concat(head_1, …, head_h) W^O, where head_i = Attention(QW_i^Q, KW_i^K, VW_i^V) and K = V = Y:
 * self-attention for Y = X, cross-attention for Y the encoder's output (§3.2.3). X is n×d_model, Y is m×d_model.
 */
export function multiHeadAttention(
  X: Matrix,
  Y: Matrix,
  W: MultiHeadWeights,
  options: AttentionOptions = {},
): MultiHeadTrace {
  const heads = W.WQ.map((WQi, i) => {
    const Q = X.times(WQi); // n×d_k
    const K = Y.times(W.WK[i]!); // m×d_k
    const V = Y.times(W.WV[i]!); // m×d_v
    return scaledDotProductAttention(Q, K, V, options);
  });
  const concat = sideBySide(heads.map((head) => head.output)); // n×h·d_v
  return { heads, concat, output: concat.times(W.WO) }; // n×d_model
}
// #endregion multi-head-attention

/**
 * Multiplications of one self-attention layer over n tokens: projections, scores, weighted sums, W^O. With d_k = d_v =
 * d_model/h it does not depend on h: many narrow heads cost as much as one wide head (§3.2.2).
 */
export function multiHeadMultiplications(n: number, { dModel, h, dk, dv }: MultiHeadShape): number {
  const projections = n * dModel * h * (2 * dk + dv) + n * h * dv * dModel;
  const attention = h * n * n * (dk + dv);
  return projections + attention;
}

function sideBySide(parts: readonly Matrix[]): Matrix {
  const rows = parts[0]?.rows ?? 0;
  return Matrix.of(Array.from({ length: rows }, (_, i) => parts.flatMap((part) => part.row(i))));
}
