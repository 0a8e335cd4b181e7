/**
 * The selective state space model S6 (Mamba, Algorithm 2): Δ, B and C are functions of the token, A is not, but acts
 * through ΔA. The sequence is L×D; each of the D channels has its own state of N numbers. Left out: the batch, the
 * low-rank Δ projection of §3.6, and the rest of the Mamba block (convolution, SiLU branch, D·x skip, projections).
 */
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { softplus } from './activation.ts';
import { runRecurrence, type AffineStep } from './affine-recurrence.ts';
import { zeroOrderHold, type Discretization } from './discretization.ts';

/** What moves the state: all parameters but C's. */
export interface StateWeights {
  readonly A: Matrix; // (D, N), diagonal per channel, the same for every token
  readonly WB: Matrix; // (D, N), Linear_N for B
  readonly wDelta: readonly number[]; // (D), Linear_1 for Δ
  readonly biasDelta: readonly number[]; // (D), the Parameter added to Δ, one per channel
}

export interface SelectiveSsm extends StateWeights {
  readonly WC: Matrix; // (D, N), Linear_N for C
}

/** How the recurrence is solved and discretised. Any solver of h_t = a_t h_{t-1} + b_t from h_0 = 0 will do. */
export interface Evaluation {
  readonly solve?: (steps: readonly AffineStep[]) => readonly number[];
  readonly rule?: Discretization;
}

// #region selection
/**
 * Δ_t = softplus(Parameter + Broadcast_D(Linear_1(x_t))), L×D (§3.2). One number decides for the token and is
 * broadcast: a token to be ignored should be ignored by all channels (§3.5.1).
 */
export function selectDelta(x: Matrix, { wDelta, biasDelta }: StateWeights): Matrix {
  const score = x.times(Matrix.of(wDelta.map((w) => [w]))); // (L, 1)
  return Matrix.from(x.rows, x.cols, (t, d) => softplus(biasDelta[d]! + score.at(t, 0)));
}
// #endregion selection

// #region selective-recurrence
/**
 * The states h_1 … h_L, each D×N, of h_t = Ā_t h_{t-1} + B̄_t x_t: Eq. 2a with Ā and B̄ changing from token to token.
 */
export function selectiveStates(x: Matrix, weights: StateWeights, evaluation: Evaluation = {}) {
  const { solve = runRecurrence, rule = zeroOrderHold } = evaluation;
  const { A, WB } = weights;
  const delta = selectDelta(x, weights); // (L, D)
  const B = x.times(WB); // (L, N)
  const h = Array.from({ length: x.rows }, () => new Matrix(A.rows, A.cols)); // L × (D, N)
  for (let d = 0; d < A.rows; d++) {
    for (let n = 0; n < A.cols; n++) {
      const steps = h.map((_, t) => {
        const { ABar, BBar } = rule(delta.at(t, d), A.at(d, n), B.at(t, n));
        return { a: ABar, b: BBar * x.at(t, d) };
      });
      solve(steps).forEach((state, t) => h[t]!.set(d, n, state));
    }
  }
  return { delta, B, h };
}
// #endregion selective-recurrence

// #region selective-ssm
/** Algorithm 2: x (L×D) to y (L×D), y_t = C_t h_t with C_t = Linear_N(x_t), and every quantity on the way. */
export function runSelectiveSsm(x: Matrix, model: SelectiveSsm, evaluation: Evaluation = {}) {
  const { delta, B, h } = selectiveStates(x, model, evaluation);
  const C = x.times(model.WC); // (L, N)
  const y = Matrix.from(x.rows, x.cols, (t, d) => C.row(t).reduce((sum, c, n) => sum + c * h[t]!.at(d, n), 0));
  return { delta, B, C, h, y };
}
// #endregion selective-ssm
