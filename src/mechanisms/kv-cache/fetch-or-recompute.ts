/**
 * What a cached prefix saves and what fetching it costs (Mooncake, Sec. 2.2, Eq. 1 and 2).
 *
 * Modelled: arithmetic at a given throughput, transfer at a given bandwidth, one after the other. Left out: fetching
 * layer by layer while earlier layers compute, several transfers on one link.
 */

/** A model as Table 1 describes it. */
export interface Shape {
  readonly l: number;
  readonly d: number;
  /** Coefficients of Eq. 1. */
  readonly a: number;
  readonly b: number;
  /** Query heads to each KV head. */
  readonly gqa: number;
  /** Bytes of an element. */
  readonly s: number;
}

/** Table 1. */
export const llama3: Shape = { l: 80, d: 8192, a: 4, b: 22, gqa: 8, s: 2 };
/** FLOP/s of eight A800 (Table 1), and of eight H800 at the dense BF16 peak of 989 TFLOP/s each, which the paper leaves open. */
export const eightA800 = 8 * 312e12;
export const eightH800 = 8 * 989e12;

// #region fetch-or-recompute
/** Eq. 1: FLOP to prefill n tokens. */
export function flops(n: number, { l, a, b, d }: Shape): number {
  return l * (a * n ** 2 * d + b * n * d ** 2);
}

/** Bytes of KV cache of p tokens. */
export function kvBytes(p: number, { l, d, gqa, s }: Shape): number {
  return p * l * ((2 * d) / gqa) * s;
}

/** Eq. 2: bytes/s from which fetching p tokens beats computing at G FLOP/s. */
export function leastBandwidth(p: number, G: number, shape: Shape): number {
  const { a, b, d, gqa, s } = shape;
  return (G * 2 * d * s) / (gqa * (a * p * d + b * d ** 2));
}
// #endregion fetch-or-recompute

/** The length from which fetching pays at bandwidth B: Eq. 2 solved for p; 0 if it always does. */
export function breakEven(B: number, G: number, { a, b, d, gqa, s }: Shape): number {
  return Math.max(0, ((2 * d * s * G) / (gqa * B) - b * d ** 2) / (a * d));
}
