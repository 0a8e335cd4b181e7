/**
 * The WKV operator of RWKV-4 (§3.1.2, App. D) in three forms: an average over the past, a recurrence of two numbers, and
 * the same recurrence kept from overflowing by a third. Channels do not meet in WKV, so one channel is all there is;
 * arrays run over its T tokens. Left out: float32 and bfloat16, in which e^k overflows much earlier than here.
 */
import { softmax } from '#mechanisms/attention/softmax.ts';

/** One channel of a sequence. */
export interface WkvChannel {
  readonly w: number; // decay per token, ≥ 0, learnt once
  readonly u: number; // bonus of the current token, learnt once
  readonly k: readonly number[]; // (T)
  readonly v: readonly number[]; // (T)
}

// #region wkv-explicit
/** Weights of tokens 0 … t in Eq. 16, summing to 1: a softmax of k less decay. */
export function wkvWeights({ w, u, k }: WkvChannel, t: number): number[] {
  const past = k.slice(0, t).map((ki, i) => ki - (t - 1 - i) * w);
  return softmax([...past, u + k[t]!]);
}

/** Eq. 16: wkv_t for every t, from the whole past each time. T²/2 terms. */
export function explicitWkv(channel: WkvChannel): number[] {
  const { v } = channel;
  const average = (p: readonly number[]) => p.reduce((sum, pi, i) => sum + pi * v[i]!, 0);
  return v.map((_, t) => average(wkvWeights(channel, t)));
}
// #endregion wkv-explicit

// #region wkv-recurrence
/** Eqs. 19–22 from a_0 = b_0 = 0: the state is a numerator and a denominator. */
export function recurrentWkv({ w, u, k, v }: WkvChannel) {
  let [a, b] = [0, 0];
  return k.map((kt, t) => {
    const now = Math.exp(u + kt);
    const wkv = (a + now * v[t]!) / (b + now);
    a = Math.exp(-w) * a + Math.exp(kt) * v[t]!;
    b = Math.exp(-w) * b + Math.exp(kt);
    return { wkv, a, b };
  });
}
// #endregion wkv-recurrence

/** The state of the safe form: numerator and denominator are a·e^p and b·e^p. */
export interface SafeState {
  readonly a: number;
  readonly b: number;
  readonly p: number;
}

/** Before the first token. */
export const emptyState: SafeState = { a: 0, b: 0, p: -Infinity };

// #region wkv-safe
/** Eqs. 23–28, one token: exponents are relative to the largest, so none exceeds 0. */
export function safeWkvStep(w: number, u: number, { a, b, p }: SafeState, k: number, v: number) {
  let q = Math.max(p, u + k);
  const [past, now] = [Math.exp(p - q), Math.exp(u + k - q)];
  const wkv = (past * a + now * v) / (past * b + now);

  q = Math.max(p - w, k);
  const [old, fresh] = [Math.exp(p - w - q), Math.exp(k - q)];
  const state: SafeState = { a: old * a + fresh * v, b: old * b + fresh, p: q };
  return { wkv, state };
}
// #endregion wkv-safe

/** The safe form over a sequence: wkv_t and the state after each token. */
export function safeWkv({ w, u, k, v }: WkvChannel) {
  let state = emptyState;
  return k.map((kt, t) => {
    const step = safeWkvStep(w, u, state, kt, v[t]!);
    state = step.state;
    return step;
  });
}
