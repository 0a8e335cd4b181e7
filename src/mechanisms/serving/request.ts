/**
 * What arrives at a serving system: requests, and traces of them.
 *
 * Modelled: arrival times, prompt and output lengths, and how much of a prompt is already in the KV cache. Left out:
 * the text itself. The output length is fixed in the trace; a policy that looks at it before the end plays the oracle.
 */
import { createRandom } from '#mechanisms/numeric/random.ts';

/** One request of a trace. */
export interface Request {
  readonly id: number;
  /** Seconds since the start of the trace. */
  readonly arrival: number;
  /** Tokens of the prompt, at least 1. */
  readonly prompt: number;
  /** Tokens to generate, at least 1; the first of them comes out of the prefill. */
  readonly output: number;
  /** Leading prompt tokens whose KV is at hand on admission (a shared prefix, a transfer); less than `prompt`. */
  readonly cached?: number;
}

/** Requests in order of arrival. */
export type Trace = readonly Request[];

/** A closed range of token counts, drawn uniformly. */
export type TokenRange = readonly [low: number, high: number];

/** What a synthetic trace is drawn from. */
export interface Workload {
  readonly count: number;
  /** Mean arrivals per second. */
  readonly rate: number;
  readonly prompt: TokenRange;
  readonly output: TokenRange;
}

/** The synthetic workload of Orca (OSDI 2022, Sec. 6): prompts U(32, 512), outputs U(1, 128). */
export const orcaWorkload = { prompt: [32, 512], output: [1, 128] } as const;

/** A trace with Poisson arrivals (exponential gaps of mean 1/rate, in seconds) and uniform lengths; same seed, same trace. */
export function poissonTrace({ count, rate, prompt, output }: Workload, seed: number): Trace {
  const random = createRandom(seed);
  let clock = 0;
  return Array.from({ length: count }, (_, id) => {
    clock += -Math.log(1 - random.next()) / rate;
    return { id, arrival: clock, prompt: random.integer(...prompt), output: random.integer(...output) };
  });
}

/**
 * The requests in order of arrival, ties by id. Throws a RangeError on an id that occurs twice and on a request
 * that no scheduler could serve.
 */
export function sortedTrace(trace: Trace): Trace {
  if (new Set(trace.map(({ id }) => id)).size !== trace.length) throw new RangeError('two requests have one id');
  for (const request of trace) checkRequest(request);
  return [...trace].sort((a, b) => a.arrival - b.arrival || a.id - b.id);
}

function checkRequest({ id, arrival, prompt, output, cached = 0 }: Request): void {
  const whole = [prompt, output, cached].every(Number.isInteger);
  if (!whole || !(arrival >= 0) || prompt < 1 || output < 1 || cached < 0 || cached >= prompt)
    throw new RangeError(`request ${id}: arrival ≥ 0, prompt ≥ 1, output ≥ 1 and 0 ≤ cached < prompt, in whole tokens`);
}
