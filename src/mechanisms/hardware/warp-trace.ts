/**
 * A warp's instruction trace, as far as timing needs it: which unit an instruction holds and for how long, when its
 * result can be read, and whose results it reads itself. Left out: registers, addresses, branches, barriers and
 * predication; a memory access has one latency, as in a model that works with the average memory access time.
 */
export type Unit = 'fma' | 'tensor' | 'memory';

/** Why a warp waits for a result, in the names of Nsight Compute: for arithmetic, for shared and for global memory. */
export type DataStall = 'wait' | 'short_scoreboard' | 'long_scoreboard';

export interface Operation {
  readonly name: string;
  readonly unit: Unit;
  /** Initiation interval: cycles for which the unit takes no other instruction. */
  readonly interval: number;
  /** Cycles from issue until another instruction can read the result; at least 1. */
  readonly latency: number;
  /** What an instruction that waits for this result is said to wait for. */
  readonly stall: DataStall;
}

export interface Instruction extends Operation {
  /** Indices of earlier instructions of the trace whose results it needs. */
  readonly reads: readonly number[];
}

export type Trace = readonly Instruction[];

/** One instruction of a trace: `operation` reading the results of the instructions at `reads`. */
export const reading = (operation: Operation, ...reads: number[]): Instruction => ({ ...operation, reads });

/** `times` copies of `body` in a row; the copies do not read each other's results. */
export function unroll(body: Trace, times: number): Instruction[] {
  return Array.from({ length: times }, (_, copy) =>
    body.map((one) => ({ ...one, reads: one.reads.map((index) => index + copy * body.length) })),
  ).flat();
}

/** Cycles for which one warp's trace needs its scarcest resource: the issue slot or one of the units. */
export function demand(trace: Trace): { readonly cycles: number; readonly resource: Unit | 'issue' } {
  const held = (unit: Unit): number =>
    trace.filter((one) => one.unit === unit).reduce((sum, one) => sum + one.interval, 0);
  const needs = [
    { resource: 'issue', cycles: trace.length },
    ...(['fma', 'tensor', 'memory'] as const).map((resource) => ({ resource, cycles: held(resource) })),
  ] as const;
  return needs.reduce((most, one) => (one.cycles > most.cycles ? one : most));
}
