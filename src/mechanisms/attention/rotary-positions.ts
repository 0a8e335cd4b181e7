import { frequency, positionalEncoding } from './positions.ts';

/**
 * Rotary position embeddings (Su et al. 2021), as LLaMA uses them (§2.2): nothing is added to the token; in every layer
 * the query and the key are turned by an angle proportional to their position. Left out: batching, and the stretched
 * frequencies by which later models reach longer contexts.
 */

// #region rotate
/**
 * R_m x: the i-th pair (x_2i, x_2i+1) turned by m·θ_i, θ_i = 10000^{−2i/d},
 * where d = x.length is the head's width. Throws a RangeError unless d is even.
 */
export function rotate(x: readonly number[], m: number): number[] {
  const d = x.length;
  if (d % 2 !== 0) throw new RangeError(`pairs turn; a width of ${d} leaves one over`);
  return x.map((_, c) => {
    const i = Math.floor(c / 2);
    const [cos, sin] = [Math.cos(m * frequency(i, d)), Math.sin(m * frequency(i, d))];
    const [a, b] = [x[2 * i]!, x[2 * i + 1]!];
    return c % 2 === 0 ? a * cos - b * sin : a * sin + b * cos;
  });
}
// #endregion rotate

/** ⟨R_m q, R_n k⟩ = qᵀ R_{n−m} k, before scaling: the two rotations meet as their difference. */
export function rotaryScore(q: readonly number[], m: number, k: readonly number[], n: number): number {
  return dot(rotate(q, m), rotate(k, n));
}

/** ⟨q + p_m, k + p_n⟩: the score when sinusoidal encodings are added instead; the cross terms q·p_n and p_m·k remain. */
export function additiveScore(q: readonly number[], m: number, k: readonly number[], n: number): number {
  const at = (x: readonly number[], pos: number) => plus(x, positionalEncoding(pos, x.length));
  return dot(at(q, m), at(k, n));
}

const dot = (x: readonly number[], y: readonly number[]): number => x.reduce((sum, value, c) => sum + value * y[c]!, 0);
const plus = (x: readonly number[], y: readonly number[]): number[] => x.map((value, c) => value + y[c]!);
