/**
 * What every linear recurrent model computes: h_t = a_t h_{t-1} + b_t, one scalar at a time. Mamba, RetNet and Griffin
 * differ in where a_t and b_t come from. With a diagonal transition each of the D×N numbers of the state is such a
 * recurrence by itself, so one scalar is all this file needs; recurrences that mix components are left out.
 */
import type { Monoid } from './associative-scan.ts';

/** One step as a function of the state: h ↦ a·h + b. */
export interface AffineStep {
  readonly a: number;
  readonly b: number;
}

// #region affine-operator
/**
 * Steps compose into steps: a₂(a₁h + b₁) + b₂ = (a₂a₁)h + (a₂b₁ + b₂). Composition is associative, so the prefixes of
 * a sequence of steps can be computed in any bracketing: as a loop, or as a tree (Mamba §3.3.2).
 */
export const composition: Monoid<AffineStep> = {
  identity: { a: 1, b: 0 },
  combine: (earlier, later) => ({
    a: later.a * earlier.a,
    b: later.a * earlier.b + later.b,
  }),
};
// #endregion affine-operator

// #region sequential-recurrence
/** The states h_1 … h_L of h_t = a_t h_{t-1} + b_t from h_0, one after another: L dependent steps. */
export function runRecurrence(steps: readonly AffineStep[], h0 = 0): number[] {
  let h = h0;
  return steps.map(({ a, b }) => (h = a * h + b));
}
// #endregion sequential-recurrence

/** The same states, from the composed steps (h_0 ↦ h_t) that a scan of `composition` gives. */
export function applyComposed(prefixes: readonly AffineStep[], h0 = 0): number[] {
  return prefixes.map(({ a, b }) => a * h0 + b);
}
