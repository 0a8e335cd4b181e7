/**
 * Interval analysis of one sub-core, in the structure of AMALI's first two terms (Eq. 16–21): walk one warp alone, cut
 * its time where it waits for data, then ask of each interval whether w warps together keep some resource busy longer
 * than the interval lasts. The walk is exact; that all warps go through an interval before any leaves it is assumed.
 *
 * A teaching model: the paper prices contention for caches, network and DRAM too, and its own sum over warps was not at
 * hand; `not_selected` is Nsight's name for the wait for the issue slot, which the paper's list does not single out.
 */
import { demand } from './warp-trace.ts';
import type { DataStall, Instruction, Trace, Unit } from './warp-trace.ts';

export type Cause = 'selected' | DataStall | 'math_pipe' | 'lg' | 'not_selected';

/** One instruction of a warp that has the sub-core to itself. */
export interface Step {
  /** Cycle of issue. */
  readonly issued: number;
  /** Cycles that it waited for data, and what that was. */
  readonly data: number;
  readonly stall: DataStall;
}

// #region walk
/**
 * One warp alone: an instruction issues after the one before it, when its operands
 * have come and its unit is free.
 */
export function walk(trace: Trace): Step[] {
  const steps: Step[] = [];
  const free: Record<Unit, number> = { fma: 0, tensor: 0, memory: 0 };
  for (const { unit, interval, reads } of trace) {
    const turn = (steps.at(-1)?.issued ?? -1) + 1;
    const arrival = (index: number): number => steps[index]!.issued + trace[index]!.latency;
    const latest = reads.toSorted((a, b) => arrival(b) - arrival(a))[0];
    const operands = latest === undefined ? turn : Math.max(turn, arrival(latest));
    const issued = Math.max(operands, free[unit]);
    free[unit] = issued + interval;
    const stall = latest === undefined ? 'wait' : trace[latest]!.stall;
    steps.push({ issued, data: operands - turn, stall });
  }
  return steps;
}
// #endregion walk

/** Cycles of the walk: until the last unit is free again. */
const walked = (trace: Trace, steps: readonly Step[]): number =>
  Math.max(0, ...steps.map(({ issued }, i) => issued + trace[i]!.interval));

/** The stretches in which a warp alone does not issue: first its data is late, then its unit is held. */
export function waits(trace: Trace): { start: number; end: number; cause: Cause }[] {
  return walk(trace)
    .flatMap(({ issued, data, stall }, i, steps) => {
      const start = (steps[i - 1]?.issued ?? -1) + 1;
      const held = trace[i]!.unit === 'memory' ? 'lg' : 'math_pipe';
      return [
        { start, end: start + data, cause: stall },
        { start: start + data, end: issued, cause: held },
      ] as const;
    })
    .filter(({ start, end }) => end > start);
}

/** A stretch of the walk from one data wait to the next. */
export interface Interval {
  /** Cycle of its first issue, and cycles until the first issue of the next interval. */
  readonly start: number;
  readonly length: number;
  readonly instructions: readonly Instruction[];
  /** Cycles of the scarcest resource that one warp needs in it. */
  readonly demand: number;
  readonly resource: Unit | 'issue';
  /** Cycles lost to the data that ends it, and what that was. */
  readonly data: number;
  readonly stall: DataStall;
  /** Cycles lost to its own units: all that is neither issue nor data. */
  readonly pipe: number;
}

/** Cuts a trace at its data waits. Lengths add up to the cycles of one warp. */
export function intervals(trace: Trace): Interval[] {
  const steps = walk(trace);
  const starts = steps.flatMap(({ data }, i) => (i === 0 || data > 0 ? [i] : []));
  return starts.map((from, i) => {
    const to = starts[i + 1] ?? trace.length;
    const instructions = trace.slice(from, to);
    const start = steps[from]!.issued;
    const length = (steps[to]?.issued ?? walked(trace, steps)) - start;
    const { data, stall } = steps[to] ?? ({ data: 0, stall: 'wait' } as const);
    const { cycles, resource } = demand(instructions);
    return {
      start,
      length,
      instructions,
      demand: cycles,
      resource,
      data,
      stall,
      pipe: length - instructions.length - data,
    };
  });
}

// #region interval-model
/**
 * Cycles by which `warps − 1` others outlast an interval: their demand, less what
 * one warp leaves of the resource.
 */
export const contention = ({ length, demand }: Interval, warps: number): number =>
  Math.max(0, (warps - 1) * demand - Math.max(0, length - demand));

/** Predicted cycles of `warps` warps on one sub-core: S_I + S_IP. */
export const intervalCycles = (trace: Trace, warps: number): number =>
  intervals(trace).reduce((sum, one) => sum + one.length + contention(one, warps), 0);

/** What no schedule beats: the scarcest resource at work without a pause. */
export function throughputBound(trace: Trace, warps: number): number {
  return warps * demand(trace).cycles;
}
// #endregion interval-model

const contended = { issue: 'not_selected', fma: 'math_pipe', tensor: 'math_pipe', memory: 'lg' } as const;

const nothing: Readonly<Record<Cause, number>> = {
  selected: 0,
  wait: 0,
  short_scoreboard: 0,
  long_scoreboard: 0,
  math_pipe: 0,
  lg: 0,
  not_selected: 0,
};

// #region cpi-stack
/**
 * The cycles of `intervalCycles` by cause, seen from one warp; divided by its
 * instructions they are its CPI stack.
 */
export function cycleStack(trace: Trace, warps: number): Record<Cause, number> {
  const stack = { ...nothing };
  for (const one of intervals(trace)) {
    stack.selected += one.instructions.length;
    stack[one.stall] += one.data;
    stack[one.resource === 'memory' ? 'lg' : 'math_pipe'] += one.pipe;
    stack[contended[one.resource]] += contention(one, warps);
  }
  return stack;
}
// #endregion cpi-stack
