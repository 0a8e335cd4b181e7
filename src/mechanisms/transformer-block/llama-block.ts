import { causal } from '#mechanisms/attention/masks.ts';
import type { MultiHeadWeights } from '#mechanisms/attention/multi-head.ts';
import { rotate } from '#mechanisms/attention/rotary-positions.ts';
import { scaledDotProductAttention } from '#mechanisms/attention/scaled-dot-product.ts';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { rmsNorm } from './norms.ts';
import { swiglu } from './swiglu.ts';
import type { SwigluWeights } from './swiglu.ts';

/**
 * One decoder block of LLaMA (§2.2) over the n tokens of one sequence: RMSNorm before each sub-layer, rotary positions on
 * queries and keys, SwiGLU. Left out: batching, dropout (the paper names none), the KV cache.
 */
export interface LlamaBlockWeights {
  readonly attention: MultiHeadWeights;
  readonly ffn: SwigluWeights;
  /** The gains g of the two norms, d numbers each. */
  readonly gains: { readonly attention: readonly number[]; readonly ffn: readonly number[] };
}

// #region llama-block
/** The block's output for X n×d, whose i-th row stands at position start + i. */
export function llamaBlock(X: Matrix, W: LlamaBlockWeights, start = 0): Matrix {
  const H = X.plus(rotaryAttention(normRows(X, W.gains.attention), W.attention, start));
  return H.plus(swiglu(normRows(H, W.gains.ffn), W.ffn)); // H itself is never normalised
}

/** Causal multi-head attention; positions turn queries and keys, but not values. */
function rotaryAttention(X: Matrix, W: MultiHeadWeights, start: number): Matrix {
  const heads = W.WQ.map((WQi, i) => {
    const Q = rotateRows(X.times(WQi), start); // n×d_k
    const K = rotateRows(X.times(W.WK[i]!), start); // n×d_k
    const V = X.times(W.WV[i]!); // n×d_v
    const { output } = scaledDotProductAttention(Q, K, V, { mask: causal });
    const WOi = W.WO.sliceRows(i * V.cols, (i + 1) * V.cols); // d_v×d: head i's rows of W^O
    return output.times(WOi); // n×d
  });
  return heads.reduce((sum, head) => sum.plus(head)); // Concat(head_1, …, head_h) W^O
}
// #endregion llama-block

const normRows = (X: Matrix, g: readonly number[]): Matrix => Matrix.of(X.toRows().map((x) => rmsNorm(x, g, 1e-6)));
const rotateRows = (X: Matrix, start: number): Matrix => Matrix.of(X.toRows().map((x, i) => rotate(x, start + i)));
