/**
 * Gated multi-scale retention (RetNet §2.2, Eq. 8): heads that forget at different speeds, each output normalised by
 * itself, and a gate from the input. Left out: LayerNorm, residuals and FFN of the block (Eq. 9), learnt scales of
 * GroupNorm, the rotation of Q and K.
 */
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { sigmoid } from './activation.ts';
import { parallelRetention, type RetentionInput } from './retention.ts';

// #region decay-rates
/** Eq. 8's default for h heads: 1 − 2^{−5−i}, i = 0 … h − 1. */
export function defaultDecays(h: number): number[] {
  return Array.from({ length: h }, (_, i) => 1 - 2 ** (-5 - i));
}

/** The experiments' (§3.1), h ≥ 2: 1 − γ falls in equal ratios from 1/32 to 1/512. */
export function experimentDecays(h: number): number[] {
  const [first, last] = [Math.log(1 / 32), Math.log(1 / 512)];
  const linspace = (i: number) => first + ((last - first) * i) / (h - 1);
  return Array.from({ length: h }, (_, i) => 1 - Math.exp(linspace(i)));
}

/** After how many tokens half is left: ln ½ / ln γ. */
export const halfLife = (gamma: number): number => Math.log(0.5) / Math.log(gamma);
// #endregion decay-rates

/**
 * How much larger the variance of a head's output is than that of one term, if the terms are independent: Σ γ^{2j} = 1 /
 * (1 − γ²). "Multiple γ scales result in different variance statistics" (§2.2).
 */
export const varianceGain = (gamma: number): number => 1 / (1 - gamma ** 2);

// #region gated-multi-scale-retention
/** One head's row without its mean and scale, as GroupNorm; a constant row becomes 0. */
export function normalise(row: readonly number[]): number[] {
  const mean = row.reduce((sum, x) => sum + x, 0) / row.length;
  const deviation = Math.sqrt(row.reduce((sum, x) => sum + (x - mean) ** 2, 0) / row.length);
  return row.map((x) => (deviation === 0 ? 0 : (x - mean) / deviation));
}

/**
 * Eq. 8: (swish(XW_G) ⊙ GroupNorm(heads)) W_O for heads of any decays.
 * X: N×d, W_G: d×h·d_v, W_O: h·d_v×d.
 */
export function gatedMultiScaleRetention(X: Matrix, heads: readonly RetentionInput[], WG: Matrix, WO: Matrix): Matrix {
  const outputs = heads.map((head) => parallelRetention(head).output); // h × (N, d_v)
  const concat = (n: number) => outputs.flatMap((output) => normalise(output.row(n)));
  const Y = Matrix.of(X.toRows().map((_, n) => concat(n)));
  const gate = X.times(WG).map((z) => z * sigmoid(z)); // swish
  return gate.map((g, n, c) => g * Y.at(n, c)).times(WO);
}
// #endregion gated-multi-scale-retention
