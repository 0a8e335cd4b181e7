/**
 * What users and operators see of a run: time to first token, time between tokens, stalls, throughput. Definitions
 * follow Sarathi-Serve and, for the normalized latency, Orca (Sec. 6.2). All times in seconds.
 */
import type { Run } from '#mechanisms/serving/run.ts';

/** The moments at which each request got its tokens, by request id; k tokens of one iteration share its end. */
export function tokenTimes(run: Run): ReadonlyMap<number, readonly number[]> {
  const times = new Map<number, number[]>(run.trace.map(({ id }) => [id, []]));
  for (const { end, entries } of run.iterations)
    for (const { request, emits } of entries) for (let k = 0; k < emits; k++) times.get(request)!.push(end);
  return times;
}

/** TTFT of each request by id: first token − arrival. */
export function timeToFirstToken(run: Run): ReadonlyMap<number, number> {
  const times = tokenTimes(run);
  return new Map(run.trace.map(({ id, arrival }) => [id, times.get(id)![0]! - arrival]));
}

/** A wait between two consecutive tokens of one request. */
export interface TokenGap {
  readonly request: number;
  readonly start: number;
  readonly end: number;
}

/** Every wait between tokens of a run, request by request; there are Σ (output − 1). */
export function tokenGaps(run: Run): readonly TokenGap[] {
  return [...tokenTimes(run)].flatMap(([request, times]) =>
    times.slice(1).map((end, k) => ({ request, start: times[k]!, end })),
  );
}

/** TBT of every token but the first ones. */
export function timesBetweenTokens(run: Run): readonly number[] {
  return tokenGaps(run).map(({ start, end }) => end - start);
}

/** Generation stalls: the waits between tokens that last longer than `limit` seconds, the target for TBT. */
export function generationStalls(run: Run, limit: number): readonly TokenGap[] {
  return tokenGaps(run).filter(({ start, end }) => end - start > limit);
}

/** The p-th percentile by nearest rank: the smallest value that at least p % of them do not exceed. NaN if empty. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? NaN;
}

/** Seconds from the first arrival to the last token. */
export function makespan(run: Run): number {
  return (run.iterations.at(-1)?.end ?? NaN) - (run.trace[0]?.arrival ?? NaN);
}

/** Generated tokens per second of the makespan. */
export function outputThroughput(run: Run): number {
  return run.trace.reduce((sum, { output }) => sum + output, 0) / makespan(run);
}

/** Latency of each request over its generated tokens, by id (Orca, Sec. 6.2). */
export function normalizedLatency(run: Run): ReadonlyMap<number, number> {
  const times = tokenTimes(run);
  return new Map(run.trace.map(({ id, arrival, output }) => [id, (times.get(id)!.at(-1)! - arrival) / output]));
}
