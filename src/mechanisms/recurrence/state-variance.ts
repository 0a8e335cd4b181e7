/**
 * Why Griffin multiplies inputs by √(1 − a_t²) (Eq. 4): what becomes of a state's variance under three choices of that
 * factor. Modelled: independent inputs of mean 0 and variance 1, gates open (i_t = 1). Real inputs are correlated; what
 * that changes is seen at its extreme, an input that never changes.
 */

/** The factor put on the input, given the decay of the same step. */
export type InputScale = (a: number) => number;

// #region input-scales
export const scales = {
  /** Griffin: the squares of both coefficients add up to 1. */
  normalised: (a) => Math.sqrt(1 - a * a),
  /** A gated average (GRU, Mamba with A = −1): the coefficients themselves add up to 1. */
  averaging: (a) => 1 - a,
  /** Nothing at all. */
  plain: () => 1,
} satisfies Record<string, InputScale>;

/** Var h_t for t = 1, 2, …: v_t = a_t² v_{t-1} + s(a_t)², from v_0. The a_t may differ; they do not depend on h. */
export function stateVariances(decays: readonly number[], scale: InputScale, v0 = 0): number[] {
  let v = v0;
  return decays.map((a) => (v = a * a * v + scale(a) ** 2));
}
// #endregion input-scales

/** Where v_t settles under one decay 0 ≤ a < 1: s(a)² / (1 − a²). */
export const settledVariance = (a: number, scale: InputScale): number => scale(a) ** 2 / (1 - a * a);

/** Where the state settles if every input is 1: s(a) / (1 − a). */
export const settledOnOnes = (a: number, scale: InputScale): number => scale(a) / (1 - a);
