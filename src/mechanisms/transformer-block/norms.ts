/**
 * The two normalisations of Transformer blocks, for the vector x of one token. LLaMA puts RMSNorm (Zhang & Sennrich
 * 2019) before every sub-layer (§2.2), where the Transformer of 2017 puts layer normalisation after it.
 */

type Vector = readonly number[];

// #region rms-norm
/** RMSNorm(x)_i = g_i · x_i / √(mean(x²) + ε): no mean is subtracted, no shift added. */
export function rmsNorm(x: Vector, g: Vector = ones(x), epsilon = 0): number[] {
  const rms = Math.sqrt(mean(x.map((value) => value ** 2)) + epsilon);
  return x.map((value, i) => (g[i]! * value) / rms);
}
// #endregion rms-norm

/** LayerNorm(x)_i = g_i · (x_i − mean) / √(variance + ε) + b_i: two statistics, and a shift b beside the gain g. */
export function layerNorm(x: Vector, g: Vector = ones(x), b: Vector = zeros(x), epsilon = 0): number[] {
  const centred = x.map((value) => value - mean(x));
  return rmsNorm(centred, g, epsilon).map((value, i) => value + b[i]!);
}

const mean = (x: Vector): number => x.reduce((sum, value) => sum + value, 0) / x.length;
const ones = (x: Vector): number[] => x.map(() => 1);
const zeros = (x: Vector): number[] => x.map(() => 0);
