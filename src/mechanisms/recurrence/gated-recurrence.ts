/**
 * Theorem 1 of Mamba (§3.5.1): with N = 1, A = −1, B = 1 and Δ = softplus(Linear(x_t)), the selective recurrence is the
 * gate of a recurrent network. The step size was a gate all along: exp(−softplus(z)) = 1/(1 + eᶻ) = 1 − σ(z).
 */
import { sigmoid } from './activation.ts';

// #region gated-recurrence
/** Eq. 5: g_t = σ(z_t), h_t = (1 − g_t) h_{t-1} + g_t x_t from h_0 = 0, where z_t = Linear(x_t). x, z, g, h: (L). */
export function runGatedRecurrence(x: readonly number[], z: readonly number[]): { g: number[]; h: number[] } {
  const g = z.map(sigmoid);
  let state = 0;
  const h = x.map((xt, t) => (state = (1 - g[t]!) * state + g[t]! * xt));
  return { g, h };
}
// #endregion gated-recurrence

/** How far the gate opens at step size Δ for a state entry that decays at rate −A: g = 1 − exp(ΔA), in [0, 1). */
export function gateOf(delta: number, A = -1): number {
  return -Math.expm1(delta * A);
}
