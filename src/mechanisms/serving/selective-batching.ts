/**
 * Selective batching (Orca, OSDI 2022, Sec. 3, Fig. 5): one Transformer layer over requests that differ in how many
 * tokens they bring and how long their KV cache is. Whatever treats tokens one by one runs over all of them at once;
 * only attention is split, request by request.
 *
 * Modelled: the QKV and output projections of one head and its attention, on real numbers. Left out: layer norm, MLP and
 * residuals (token-wise like the projections), several heads, the cost of splitting and merging.
 */
import { scaledDotProductAttention } from '#mechanisms/attention/scaled-dot-product.ts';
import { Matrix } from '#mechanisms/numeric/matrix.ts';

/** What one request brings into an iteration. */
export interface RequestState {
  /** Its L new tokens, [L, H]: the whole prompt in its first iteration, one token afterwards. */
  readonly x: Matrix;
  /** Keys and values of its earlier tokens, [C, H] each; C may be 0. */
  readonly K: Matrix;
  readonly V: Matrix;
}

/** The layer's projections, [H, H] each. */
export interface LayerWeights {
  readonly WQ: Matrix;
  readonly WK: Matrix;
  readonly WV: Matrix;
  readonly WO: Matrix;
}

// #region selective-batching
/** The layer's output for every request, [L_b, H] each: two matrix products over Σ L_b tokens, and B small attentions. */
export function selectiveBatch(requests: readonly RequestState[], { WQ, WK, WV, WO }: LayerWeights): Matrix[] {
  const flat = stack(requests.map(({ x }) => x)); // [Σ L_b, H]
  const [Q, K, V] = [flat.times(WQ), flat.times(WK), flat.times(WV)]; // [Σ L_b, H] each
  const attended = requests.map((request, b) => {
    const [start, end] = rangeOf(requests, b);
    const keys = stack([request.K, K.sliceRows(start, end)]); // [C_b + L_b, H]
    const values = stack([request.V, V.sliceRows(start, end)]);
    const visible = (i: number, j: number) => j <= request.K.rows + i; // causal, after the cache
    return scaledDotProductAttention(Q.sliceRows(start, end), keys, values, { mask: visible }).output;
  });
  const out = stack(attended).times(WO); // [Σ L_b, H]
  return requests.map((_, b) => out.sliceRows(...rangeOf(requests, b)));
}
// #endregion selective-batching

/** Rows of request b in the flat matrix. */
function rangeOf(requests: readonly RequestState[], b: number): [start: number, end: number] {
  const start = requests.slice(0, b).reduce((sum, { x }) => sum + x.rows, 0);
  return [start, start + requests[b]!.x.rows];
}

/** Matrices of one width, one under another. */
function stack(parts: readonly Matrix[]): Matrix {
  const rows = parts.flatMap((part) => part.toRows());
  return new Matrix(rows.length, parts[0]!.cols, Float64Array.from(rows.flat()));
}
