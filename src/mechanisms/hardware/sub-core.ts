/**
 * One sub-core of an SM, cycle by cycle: w warps run the same trace, in order, and share one issue slot and one unit of
 * each kind. It knows no formula and serves as the witness of interval-model.ts.
 *
 * Left out: caches, the queues of the memory system, barriers, instruction fetch, dual issue, and the other sub-cores.
 */
import type { Instruction, Trace, Unit } from './warp-trace.ts';

/**
 * Who issues when several warps can. `greedy-then-next`: the warp of the last cycle, then the next in the ring.
 * `greedy-then-oldest`: the warp of the last cycle, then the one with the lowest number. `round-robin`: always the next.
 */
export type Policy = 'greedy-then-next' | 'greedy-then-oldest' | 'round-robin';

export interface Issue {
  readonly cycle: number;
  readonly warp: number;
  /** Index into the trace. */
  readonly index: number;
}

/** The warps in the order in which they may claim the issue slot, after `last` has had it. */
function preference(policy: Policy, last: number, warps: number): number[] {
  const ring = Array.from({ length: warps }, (_, i) => (last + i) % warps);
  if (policy === 'greedy-then-next') return ring;
  if (policy === 'round-robin') return [...ring.slice(1), last];
  return [last, ...ring.filter((warp) => warp !== last).toSorted((a, b) => a - b)];
}

// #region sub-core
/** Every issue of `warps` warps that run `trace`, in time; at most one a cycle. Throws a RangeError without warps. */
export function simulate(trace: Trace, warps: number, policy: Policy = 'greedy-then-next'): Issue[] {
  if (warps < 1) throw new RangeError('a sub-core without warps never finishes');
  const next = Array<number>(warps).fill(0);
  const ready = Array.from({ length: warps }, () => Array<number>(trace.length).fill(Infinity));
  const free: Record<Unit, number> = { fma: 0, tensor: 0, memory: 0 };
  const issues: Issue[] = [];
  let last = policy === 'round-robin' ? warps - 1 : 0;
  for (let cycle = 0; issues.length < warps * trace.length; cycle++) {
    const can = (warp: number, one: Instruction | undefined): boolean =>
      one !== undefined && free[one.unit] <= cycle && one.reads.every((index) => ready[warp]![index]! <= cycle);
    const warp = preference(policy, last, warps).find((w) => can(w, trace[next[w]!]));
    if (warp === undefined) continue;
    const index = next[warp]!++;
    free[trace[index]!.unit] = cycle + trace[index]!.interval;
    ready[warp]![index] = cycle + trace[index]!.latency;
    issues.push({ cycle, warp, index });
    last = warp;
  }
  return issues;
}
// #endregion sub-core

/** Cycles until the last unit is free again. */
export const cyclesOf = (trace: Trace, issues: readonly Issue[]): number =>
  Math.max(0, ...issues.map(({ cycle, index }) => cycle + trace[index]!.interval));
