/**
 * Goodput: the rate that a system serves within its latency targets, and how many instances a rate needs (DistServe,
 * Sec. 1, 4.1 and 6.1).
 */
import type { Served } from '#mechanisms/serving/disaggregated.ts';

/** Targets in seconds. */
export interface Slo {
  readonly ttft: number;
  readonly tpot: number;
}

// #region slo-attainment
/** TTFT of a request. */
export const ttftOf = ({ request, tokens }: Served): number => tokens[0]! - request.arrival;

/** TPOT of a request: the mean time of a token after the first; 0 if there is none. */
export function tpotOf({ tokens }: Served): number {
  return tokens.length > 1 ? (tokens.at(-1)! - tokens[0]!) / (tokens.length - 1) : 0;
}

/** The share of requests that meet both targets. */
export function attainment(served: readonly Served[], slo: Slo): number {
  return served.filter((one) => ttftOf(one) <= slo.ttft && tpotOf(one) <= slo.tpot).length / served.length;
}
// #endregion slo-attainment

/** One instance of a phase: the rate it bears alone, and its GPUs. */
export interface Instance {
  readonly goodput: number;
  readonly gpus: number;
}

// #region replicate
/** The last lines of Algorithm 1: n prefill and m decode instances for a rate R, and the rate that each GPU bears. */
export function replicate(R: number, prefill: Instance, decode: Instance): { n: number; m: number; perGpu: number } {
  const n = Math.ceil(R / prefill.goodput);
  const m = Math.ceil(R / decode.goodput);
  return { n, m, perGpu: R / (n * prefill.gpus + m * decode.gpus) };
}

/** The rate for each GPU if instances could be split at will: no ratio of the two kinds does better. */
export function perGpuLimit(prefill: Instance, decode: Instance): number {
  return 1 / (prefill.gpus / prefill.goodput + decode.gpus / decode.goodput);
}
// #endregion replicate
