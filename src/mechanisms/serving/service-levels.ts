/** The few numbers by which runs are compared. */
import {
  makespan,
  outputThroughput,
  percentile,
  timesBetweenTokens,
  timeToFirstToken,
} from '#mechanisms/serving/metrics.ts';
import type { Run } from '#mechanisms/serving/run.ts';

export interface ServiceLevels {
  /** Seconds: the longest wait between two tokens; 0 if no request has two. */
  readonly maxTbt: number;
  /** Seconds, the median over requests. */
  readonly medianTtft: number;
  /** Seconds: the TTFT of the request that waited longest for it. */
  readonly maxTtft: number;
  /** Seconds from the first arrival to the last token. */
  readonly makespan: number;
  /** Generated tokens per second of the makespan. */
  readonly throughput: number;
  /** The most blocks of the pool that were taken at once. */
  readonly peakBlocks: number;
}

export function serviceLevels(run: Run): ServiceLevels {
  const ttft = [...timeToFirstToken(run).values()];
  return {
    maxTbt: Math.max(0, ...timesBetweenTokens(run)),
    medianTtft: percentile(ttft, 50),
    maxTtft: Math.max(...ttft),
    makespan: makespan(run),
    throughput: outputThroughput(run),
    peakBlocks: Math.max(...run.iterations.map((_, i) => takenBlocks(run, i))),
  };
}

/** Blocks taken while iteration i runs. */
export function takenBlocks({ pool, iterations }: Run, i: number): number {
  return pool.blocks - iterations[i]!.memory.free / pool.blockSize;
}
