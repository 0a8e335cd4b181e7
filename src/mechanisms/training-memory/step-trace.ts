/**
 * What happened during a training step, in order: memory taken and given back on each rank, and the collectives with
 * all their messages. Volume and peaks are derived from it, and a figure can replay it.
 */
import { elementsSent } from '#mechanisms/parallelism/collectives.ts';
import type { Message } from '#mechanisms/parallelism/collectives.ts';
import type { Kind } from './precision-recipes.ts';

export type Phase = 'before' | 'forward' | 'backward' | 'update';

/** The kinds of model states, and what the formulas leave out: buffers that live only while a layer is worked on. */
export type MemoryKind = Kind | 'temporary';

/** A rank takes (bytes > 0) or gives back (bytes < 0) memory for one layer. */
export interface MemoryEvent {
  readonly type: 'memory';
  readonly phase: Phase;
  readonly layer: number;
  readonly rank: number;
  readonly kind: MemoryKind;
  readonly bytes: number;
}

/** All ranks run a collective on one layer's parameters or gradients. */
export interface CollectiveEvent {
  readonly type: 'collective';
  readonly phase: Phase;
  readonly layer: number;
  readonly operation: 'all-reduce' | 'reduce-scatter' | 'all-gather';
  readonly carries: 'parameters' | 'gradients';
  readonly messages: readonly Message[];
}

export type StepEvent = MemoryEvent | CollectiveEvent;

/** Bytes held, by kind and in all. */
export type HeldBytes = Record<MemoryKind | 'total', number>;

/**
 * Bytes that one rank holds after each event of the trace, that is, one entry per event.
 * Throws a RangeError where a rank gives back more than it holds.
 */
export function memoryTimeline(trace: readonly StepEvent[], rank: number): HeldBytes[] {
  let held: HeldBytes = { parameters: 0, gradients: 0, optimizerStates: 0, temporary: 0, total: 0 };
  return trace.map((event) => {
    if (event.type !== 'memory' || event.rank !== rank) return held;
    const { kind, bytes } = event;
    if (held[kind] + bytes < 0) throw new RangeError(`rank ${rank} frees ${-bytes} of ${held[kind]} bytes of ${kind}`);
    held = { ...held, [kind]: held[kind] + bytes, total: held.total + bytes };
    return held;
  });
}

/** The most bytes that one rank ever holds, of each kind and in all (the kinds may peak at different moments). */
export function peakBytes(trace: readonly StepEvent[], rank: number): HeldBytes {
  const timeline = memoryTimeline(trace, rank);
  const peak = (kind: keyof HeldBytes): number => timeline.reduce((most, held) => Math.max(most, held[kind]), 0);
  return {
    parameters: peak('parameters'),
    gradients: peak('gradients'),
    optimizerStates: peak('optimizerStates'),
    temporary: peak('temporary'),
    total: peak('total'),
  };
}

/** Elements that each of N ranks sent during the step: its communication volume, counted message by message. */
export function volumePerRank(trace: readonly StepEvent[], N: number): number[] {
  return elementsSent(
    trace.flatMap((event) => (event.type === 'collective' ? event.messages : [])),
    N,
  );
}
