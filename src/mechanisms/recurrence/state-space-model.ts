/**
 * One channel of a linear time-invariant (LTI) state space model: S4 with a diagonal A. The same Δ, A, B, C act on
 * every token, and so the model is both a recurrence (Mamba, Eq. 2) and a convolution (Eq. 3). Left out: A with
 * structure other than diagonal, and the FFT by which the convolution is computed in practice.
 */
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { runRecurrence } from './affine-recurrence.ts';
import { zeroOrderHold, type Discretization } from './discretization.ts';

/** The four parameters (Δ, A, B, C) of Eq. 1 and Eq. 4, for one channel with a state of N numbers. */
export interface StateSpaceModel {
  readonly delta: number;
  readonly A: readonly number[]; // (N), the diagonal
  readonly B: readonly number[]; // (N)
  readonly C: readonly number[]; // (N)
}

// #region lti-recurrence
/** Eq. 2: h_t = Ā h_{t-1} + B̄ x_t and y_t = C h_t from h_0 = 0. Gives h (L×N, row t is h_t) and y (L). */
export function runLti(ssm: StateSpaceModel, x: readonly number[], rule: Discretization = zeroOrderHold) {
  const states = ssm.A.map((A, n) => {
    const { ABar, BBar } = rule(ssm.delta, A, ssm.B[n]!);
    return runRecurrence(x.map((xt) => ({ a: ABar, b: BBar * xt })));
  }); // (N, L)
  const h = Matrix.from(x.length, ssm.A.length, (t, n) => states[n]![t]!);
  const y = x.map((_, t) => ssm.C.reduce((sum, C, n) => sum + C * h.at(t, n), 0));
  return { h, y };
}
// #endregion lti-recurrence

// #region lti-kernel
/** Eq. 3a: K̄ = (C B̄, C Ā B̄, C Ā² B̄, …), its first L entries. K̄_ℓ weighs the token ℓ places ago. */
export function convolutionKernel(ssm: StateSpaceModel, L: number, rule: Discretization = zeroOrderHold): number[] {
  const entries = ssm.A.map((A, n) => ({ C: ssm.C[n]!, ...rule(ssm.delta, A, ssm.B[n]!) })); // (N)
  return Array.from({ length: L }, (_, lag) =>
    entries.reduce((sum, { C, ABar, BBar }) => sum + C * ABar ** lag * BBar, 0),
  );
}

/** Eq. 3b: y = x ∗ K̄, causal: y_t = Σ_ℓ K̄_ℓ x_{t-ℓ}. */
export function causalConvolution(x: readonly number[], kernel: readonly number[]): number[] {
  return x.map((_, t) => {
    let y = 0;
    for (let lag = 0; lag <= t && lag < kernel.length; lag++) y += kernel[lag]! * x[t - lag]!;
    return y;
  });
}
// #endregion lti-kernel
