import { Matrix } from '#mechanisms/numeric/matrix.ts';

/**
 * Sinusoidal position encodings (§3.5) and the property for which the paper chose them: a shift by k positions is a
 * linear map that does not depend on the position. Left out: the learned encodings of Table 3, row (E).
 */

/** The angular frequency ω_i = 10000^{−2i/d_model} of the i-th pair (sin, cos), i = 0 … d_model/2 − 1, in radians per position. */
export function frequency(i: number, dModel: number): number {
  return 10000 ** ((-2 * i) / dModel);
}

// #region positional-encoding
/** PE_(pos,2i) = sin(ω_i·pos), PE_(pos,2i+1) = cos(ω_i·pos). Throws a RangeError unless d_model is even. */
export function positionalEncoding(pos: number, dModel: number): number[] {
  requireEven(dModel);
  return Array.from({ length: dModel }, (_, c) => {
    const angle = pos * frequency(Math.floor(c / 2), dModel);
    return c % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
  });
}
// #endregion positional-encoding

/** The encodings of positions 0 … n − 1 as rows, n×d_model. */
export function positionalEncodings(n: number, dModel: number): Matrix {
  return Matrix.of(Array.from({ length: n }, (_, pos) => positionalEncoding(pos, dModel)));
}

// #region shift-matrix
/**
 * M_k, d_model×d_model, with PE(pos + k) = M_k · PE(pos) for every pos: the angle-addition formulas turn the i-th pair
 * (sin, cos) by ω_i·k, so M_k holds one 2×2 rotation per pair on its diagonal and zeros elsewhere.
 */
export function shiftMatrix(k: number, dModel: number): Matrix {
  requireEven(dModel);
  return Matrix.from(dModel, dModel, (row, col) => {
    const i = Math.floor(row / 2);
    if (i !== Math.floor(col / 2)) return 0;
    const angle = k * frequency(i, dModel);
    if (row === col) return Math.cos(angle);
    return row < col ? Math.sin(angle) : -Math.sin(angle);
  });
}
// #endregion shift-matrix

/** The wavelength 2π/ω_i of the i-th pair, in positions: a geometric progression from 2π up to just below 10000·2π. */
export function wavelength(i: number, dModel: number): number {
  return (2 * Math.PI) / frequency(i, dModel);
}

function requireEven(dModel: number): void {
  if (dModel % 2 !== 0) throw new RangeError(`sines and cosines come in pairs; a width of ${dModel} leaves one over`);
}
