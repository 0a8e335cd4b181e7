/**
 * ViT's encoder (Eqs. 2–4): pre-norm layers, a class token in front. Weights are drawn, not trained. Left out: biases,
 * dropout, learned scales of the norms.
 */
import { drawWeights, evenShape, multiHeadAttention, type MultiHeadWeights } from '#mechanisms/attention/multi-head.ts';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { gelu } from '#mechanisms/parallelism/gelu.ts';
import { layerNorm } from '#mechanisms/parallelism/layer-norm.ts';

export interface EncoderLayer {
  readonly attention: MultiHeadWeights;
  /** D×4D and 4D×D. */
  readonly up: Matrix;
  readonly down: Matrix;
}

/** L layers of width D with h heads from a seed. */
export function drawEncoder(L: number, D: number, h: number, seed: number): EncoderLayer[] {
  const { normal } = createRandom(seed);
  const draw = (rows: number, cols: number) => Matrix.from(rows, cols, () => normal() / Math.sqrt(rows));
  return Array.from({ length: L }, (_, l) => ({
    attention: drawWeights(evenShape(D, h), seed + l + 1),
    up: draw(D, 4 * D),
    down: draw(4 * D, D),
  }));
}

// #region encode
/** z_L for z_0, both (N+1)×D; row 0 is the class token, and its layer norm is the image's y. */
export function encode(z0: Matrix, layers: readonly EncoderLayer[]): Matrix {
  return layers.reduce((z, { attention, up, down }) => {
    const normed = layerNorm(z);
    const seen = multiHeadAttention(normed, normed, attention).output.plus(z); // Eq. (2)
    return layerNorm(seen).times(up).map(gelu).times(down).plus(seen); // Eq. (3)
  }, z0);
}

/** z_0 of Eq. (1): the class token, the patches, and, where there are any, positions added. */
export function withClassToken(patches: Matrix, classToken: readonly number[], positions?: Matrix): Matrix {
  const tokens = Matrix.of([[...classToken], ...patches.toRows()]);
  return positions ? tokens.plus(positions) : tokens;
}
// #endregion encode
