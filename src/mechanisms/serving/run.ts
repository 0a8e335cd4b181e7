/** What a simulation records: the batches that ran and when. Everything else about a run is derived from this. */
import type { Occupancy, PoolSize } from '#mechanisms/serving/block-pool.ts';
import type { Trace } from '#mechanisms/serving/request.ts';

/** The share of one request in one iteration. */
export interface BatchEntry {
  readonly request: number;
  /** `decode` feeds back the last generated token; everything before is `prefill`, recomputation included. */
  readonly phase: 'prefill' | 'decode';
  /** Tokens that pass through the model. */
  readonly tokens: number;
  /** Tokens of the request that were in the KV cache before, and that these tokens also attend to. */
  readonly context: number;
  /** Tokens generated: 0 for a prefill chunk that is not the last, otherwise 1 (more only if speculation is accepted). */
  readonly emits: number;
}

/** One forward pass of the model. */
export interface Iteration {
  /** Seconds. */
  readonly start: number;
  readonly end: number;
  readonly entries: readonly BatchEntry[];
  /** Requests whose KV was dropped to make room, to be recomputed later. */
  readonly preempted: readonly number[];
  /** Token slots of the KV pool while the iteration runs. */
  readonly memory: Occupancy;
}

/** A whole simulation. */
export interface Run {
  readonly trace: Trace;
  readonly pool: PoolSize;
  readonly iterations: readonly Iteration[];
}
