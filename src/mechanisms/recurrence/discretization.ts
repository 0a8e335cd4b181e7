/**
 * From continuous time to tokens: h′(t) = A h(t) + B x(t) (Mamba, Eq. 1a), watched every Δ, becomes h_t = Ā h_{t-1} +
 * B̄ x_t (Eq. 2a). A is diagonal and real, as in Mamba's language models, so one scalar entry of A and of B at a time
 * is enough. Left out: the complex A of S4 and of Mamba's audio models, and other rules (bilinear).
 */

/** Ā and B̄ of one state entry, for one step. */
export interface DiscreteStep {
  readonly ABar: number;
  readonly BBar: number;
}

/** A rule that turns (Δ, A, B) into (Ā, B̄): Mamba's f_A and f_B (§2). */
export type Discretization = (delta: number, A: number, B: number) => DiscreteStep;

// #region zero-order-hold
/**
 * Zero-order hold (Eq. 4): Ā = exp(ΔA), B̄ = (ΔA)⁻¹(exp(ΔA) − 1)·ΔB. It is the exact solution of the differential
 * equation while the input stays at x_t for a time Δ. At ΔA = 0, where the formula reads 0/0, it takes its limit ΔB.
 */
export const zeroOrderHold: Discretization = (delta, A, B) => {
  const z = delta * A;
  return {
    ABar: Math.exp(z),
    BBar: (z === 0 ? 1 : Math.expm1(z) / z) * delta * B,
  };
};
// #endregion zero-order-hold

// #region simplified-input
/**
 * What the authors' released code computes instead: Ā as in Eq. 4, but B̄ = ΔB, the first-order (Euler) term. A. Gu
 * calls it "a mix of ZOH for A and Euler discretization for B" (github.com/state-spaces/mamba, issue 114). Then Ā + B̄
 * ≠ 1, so Theorem 1 holds only approximately, for small Δ.
 */
export const simplifiedInput: Discretization = (delta, A, B) => ({
  ABar: Math.exp(delta * A),
  BBar: delta * B,
});
// #endregion simplified-input
