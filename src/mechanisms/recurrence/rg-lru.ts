/**
 * The real-gated linear recurrent unit, Griffin §2.4. Both gates look at the input only, so all of them can be computed
 * at once; what must wait for the step before is one multiplication and one addition a channel. The convention is the
 * paper's, a = σ(Λ); the public RecurrentGemma code stores −Λ. Left out: the convolution before the layer, the
 * block-diagonal shape of W_a and W_x (any matrix is taken here), the complex variant of App. B, and training.
 */
import type { Matrix } from '#mechanisms/numeric/matrix.ts';
import { sigmoid, softplus } from './activation.ts';
import { runRecurrence, type AffineStep } from './affine-recurrence.ts';

/** The constant in a^{c r_t} (§2.4). */
export const c = 8;

/** What the layer learns; D is D_RNN. */
export interface RgLruWeights {
  readonly Wa: Matrix; // D×D
  readonly ba: readonly number[]; // (D)
  readonly Wx: Matrix; // D×D
  readonly bx: readonly number[]; // (D)
  readonly Lambda: readonly number[]; // (D)
}

/** What one channel hears at one token. */
export interface GatedInput {
  readonly x: number;
  /** Recurrence gate, 0 … 1: 0 keeps the state, 1 applies the whole decay a^c. */
  readonly r: number;
  /** Input gate, 0 … 1. */
  readonly i: number;
}

// #region rg-lru-step
/** Eq. 3 in the logarithm (App. A): log a_t = c·r_t·log σ(Λ) = −c·r_t·softplus(−Λ). */
export const logDecay = (r: number, Lambda: number): number => -c * r * softplus(-Lambda);

/** Eq. 4 for one channel, as the function h ↦ a_t·h + √(1 − a_t²)·i_t·x_t of the state before. */
export function rgLruStep({ x, r, i }: GatedInput, Lambda: number): AffineStep {
  const logA = logDecay(r, Lambda);
  const normaliser = Math.sqrt(-Math.expm1(2 * logA)); // √(1 − a_t²), exact even where a_t is nearly 1
  return { a: Math.exp(logA), b: normaliser * i * x };
}
// #endregion rg-lru-step

/** All gates, decays and states of a sequence, each T×D as rows. */
export interface RgLruTrace {
  readonly r: readonly number[][];
  readonly i: readonly number[][];
  readonly steps: readonly AffineStep[][];
  readonly h: readonly number[][];
}

// #region rg-lru
/** Eqs. 1–4 for X (T×D) from h_0 = 0; y_t = h_t. Throws a RangeError where the widths differ. */
export function rgLru({ Wa, ba, Wx, bx, Lambda }: RgLruWeights, X: Matrix): RgLruTrace {
  const gate = (W: Matrix, b: readonly number[]) =>
    X.times(W)
      .toRows()
      .map((row) => row.map((z, d) => sigmoid(z + b[d]!)));
  const r = gate(Wa, ba); // T×D, all tokens at once
  const i = gate(Wx, bx); // T×D
  const steps = X.toRows().map((row, t) => row.map((x, d) => rgLruStep({ x, r: r[t]![d]!, i: i[t]![d]! }, Lambda[d]!)));
  const channels = Lambda.map((_, d) => runRecurrence(steps.map((step) => step[d]!))); // D×T, one after another
  return { r, i, steps, h: steps.map((_, t) => channels.map((h) => h[t]!)) };
}
// #endregion rg-lru

/** The Λ with σ(Λ)^c = `decay`; training starts from decays spread evenly over 0.9 … 0.999 (§2.4). */
export function lambdaOf(decay: number): number {
  const logA = Math.log(decay) / c;
  return logA - Math.log(-Math.expm1(logA)); // ln(a / (1 − a))
}

/** The tokens after which a state that decays by `a` a token has shrunk to 1/e: −1 / ln a. */
export const memoryLength = (a: number): number => -1 / Math.log(a);
