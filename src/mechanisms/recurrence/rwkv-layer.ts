/**
 * A layer of RWKV-4 (§3.1): time mixing and channel mixing, each over a whole sequence (the matrix products of all
 * tokens at once, as in training) and one token at a time (as in generation). Left out: LayerNorm, residuals, biases
 * (there are none), and the learning of μ, w and u.
 */
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { sigmoid } from './activation.ts';
import { emptyState, safeWkv, safeWkvStep, type SafeState } from './wkv.ts';

// #region token-shift
/** Eqs. 11–15: per channel, μ of the current input and 1 − μ of the previous one. */
export function tokenShift(x: readonly number[], before: readonly number[], mu: readonly number[]) {
  return x.map((value, d) => mu[d]! * value + (1 - mu[d]!) * before[d]!);
}

/** All rows of X (T×D) at once; before the first token stand zeros. */
function shiftAll(X: Matrix, mu: readonly number[]): Matrix {
  const zeros = mu.map(() => 0);
  const before = (t: number) => (t === 0 ? zeros : X.row(t - 1));
  return Matrix.of(X.toRows().map((x, t) => tokenShift(x, before(t), mu)));
}
// #endregion token-shift

/** A projection (D×D', a row times it) and the blend that it reads. */
export interface Projection {
  readonly W: Matrix;
  readonly mu: readonly number[]; // (D)
}

export interface TimeMixing {
  readonly r: Projection;
  readonly k: Projection;
  readonly v: Projection;
  readonly Wo: Matrix; // (D, D)
  readonly w: readonly number[]; // (D)
  readonly u: readonly number[]; // (D)
}

/** What time mixing carries from token to token: four vectors of width D, of a layer's five. */
export interface TimeState {
  readonly x: readonly number[]; // (D), the previous input
  readonly wkv: readonly SafeState[]; // (D), each a, b and p
}

const project = (X: Matrix, { W, mu }: Projection): Matrix => shiftAll(X, mu).times(W);

// #region time-mixing
/** Eqs. 11–17 for all T tokens of X (T×D): only the scan over WKV runs along time. */
export function timeMixing(X: Matrix, layer: TimeMixing): Matrix {
  const [R, K, V] = [project(X, layer.r), project(X, layer.k), project(X, layer.v)];
  const { w, u } = layer;
  const scans = w.map((_, d) => safeWkv({ w: w[d]!, u: u[d]!, k: K.col(d), v: V.col(d) }));
  return R.map((r, t, d) => sigmoid(r) * scans[d]![t]!.wkv).times(layer.Wo);
}

/** The same for one token x (D), from the state that the tokens before it left. */
export function timeMixingStep(x: readonly number[], state: TimeState, layer: TimeMixing) {
  const shift = (mu: readonly number[]) => Matrix.of([tokenShift(x, state.x, mu)]); // (1, D)
  const read = ({ W, mu }: Projection) => shift(mu).times(W).row(0);
  const [r, k, v] = [read(layer.r), read(layer.k), read(layer.v)];
  const { w, u } = layer;
  const steps = state.wkv.map((old, d) => safeWkvStep(w[d]!, u[d]!, old, k[d]!, v[d]!));
  const gated = steps.map(({ wkv }, d) => sigmoid(r[d]!) * wkv);
  const next: TimeState = { x, wkv: steps.map((step) => step.state) };
  return { output: Matrix.of([gated]).times(layer.Wo).row(0), state: next };
}
// #endregion time-mixing

/** Before the first token of a sequence of width D. */
export const emptyTimeState = (D: number): TimeState => ({
  x: Array.from({ length: D }, () => 0),
  wkv: Array.from({ length: D }, () => emptyState),
});

// #region channel-mixing
/** Eqs. 14, 15, 18: σ(r′) ⊙ W′_v max(k′, 0)². r: D×D, k: D×4D, Wv: 4D×D. */
export function channelMixing(X: Matrix, r: Projection, k: Projection, Wv: Matrix): Matrix {
  const value = project(X, k)
    .map((z) => Math.max(z, 0) ** 2)
    .times(Wv);
  return project(X, r).map((z, t, d) => sigmoid(z) * value.at(t, d));
}
// #endregion channel-mixing
