/**
 * A selective SSM for Selective Copying whose weights are SET BY HAND, not trained: every number below follows from the
 * argument written beside it. It shows that Algorithm 2 can do the task, and why Δ must depend on the token; it does
 * not show that training finds these weights. The paper trains two layers of width 64 instead (App. E.1).
 *
 * Tokens are one-hot, so D = 1 + colours channels. Each channel keeps N = K leaky averages that forget at the speeds 1,
 * 2, … K. A read-out C_k is the weighting of the speeds that cancels every data token but the k-th. Weights that tell K
 * speeds apart grow quickly with K, and with them the harm of any Δ > 0 on noise; so K stays small (8 at most in
 * tests).
 */
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { inverseSoftplus } from './activation.ts';
import { gateOf } from './gated-recurrence.ts';
import { bestColour, NOISE, type CopyingTask } from './selective-copying.ts';
import { selectiveStates, type StateWeights } from './selective-ssm.ts';

/** The step sizes the reader chooses. Equal ones make the model time-invariant. */
export interface StepSizes {
  readonly data: number;
  readonly noise: number;
}

/** A set of weights with K read-outs of one state: row k of C (K×N) answers "which was data token k?". */
export interface CopyingSsm {
  readonly task: CopyingTask;
  readonly weights: StateWeights;
  readonly C: Matrix;
}

// #region copying-weights
/**
 * Weights for a task. A_n = −n (S4D-Real) and B_n = n for every token make B̄_n = 1 − Ā_n: state entry n is Theorem 1's
 * gated average with gate 1 − exp(−nΔ). Δ is the only selective parameter. Throws a RangeError unless both Δ > 0.
 */
export function handBuiltSsm(task: CopyingTask, delta: StepSizes): CopyingSsm {
  const D = 1 + task.colours;
  const N = task.K;
  const scores = { data: inverseSoftplus(delta.data), noise: inverseSoftplus(delta.noise) };
  const weights = {
    A: Matrix.from(D, N, (_, n) => -(n + 1)),
    WB: Matrix.from(D, N, (_, n) => n + 1), // the same row for every token: B is not selective here
    wDelta: Array.from({ length: D }, (_, token) => (token === NOISE ? scores.noise : scores.data)),
    biasDelta: Array.from({ length: D }, () => 0),
  };
  return { task, weights, C: readOuts(N, delta.data) };
}
// #endregion copying-weights

// #region copying-read-out
/**
 * C (K×N). If only data move the clock, the token written j data tokens ago stands in state entry n as B̄_n u_jⁿ with
 * u_j = exp(−jΔ). So C_k is the polynomial in u that is 1 at the k-th token's u and 0 at the others' (Lagrange), its
 * coefficients divided by B̄_n.
 */
function readOuts(K: number, delta: number): Matrix {
  const u = Array.from({ length: K }, (_, k) => Math.exp(-(K - 1 - k) * delta)); // (K), the last token's is 1
  return Matrix.of(
    u.map((own, k) => {
      const others = u.filter((_, i) => i !== k);
      const scale = others.reduce((product, other) => product / (own - other), 1 / own);
      return withRoots(others).map((coefficient, n) => (scale * coefficient) / gateOf(delta, -(n + 1)));
    }),
  );
}

/** The coefficients of ∏ (u − r), lowest power first. */
function withRoots(roots: readonly number[]): number[] {
  return roots.reduce((p, r) => [...p, 0].map((c, i) => (p[i - 1] ?? 0) - r * (i < p.length ? c : 0)), [1]);
}
// #endregion copying-read-out

/** The strip as x (L×D), one-hot: channel 0 is noise, channel c colour c. */
export function oneHot(strip: readonly number[], task: CopyingTask): Matrix {
  return Matrix.from(strip.length, 1 + task.colours, (t, d) => (strip[t] === d ? 1 : 0));
}

/** What happened at one token. */
export interface CopyingStep {
  readonly token: number;
  readonly delta: number;
  readonly gates: readonly number[]; // (N), 1 − Ā of each state entry
  readonly h: Matrix; // (D, N), after the token
}

// #region copying-run
/** Runs a strip: each token's Δ, gates and state; then scores (K×colours) read from the last state, and the answers. */
export function runCopying(ssm: CopyingSsm, strip: readonly number[]) {
  const { task, weights } = ssm;
  const { delta, h } = selectiveStates(oneHot(strip, task), weights);
  const steps: CopyingStep[] = strip.map((token, t) => ({
    token,
    delta: delta.at(t, 0),
    gates: weights.A.row(0).map((A) => gateOf(delta.at(t, 0), A)),
    h: h[t]!,
  }));
  return { steps, ...readState(ssm, h.at(-1)!) };
}

/** What the K read-outs see in a state h (D×N): scores (K×colours), and each one's answer. */
export function readState({ task, C }: CopyingSsm, h: Matrix) {
  const colours = h.sliceRows(1, 1 + task.colours); // (colours, N): the noise channel is not asked
  const scores = C.times(colours.transpose()); // (K, colours)
  return { scores, answers: scores.toRows().map(bestColour) };
}
// #endregion copying-run
