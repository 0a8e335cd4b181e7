import { describe, expect, it } from 'vitest';
import { cyclesOf, simulate, type Policy } from './sub-core.ts';
import { FFMA, hmma, LDG, STG } from './teaching-traces.ts';
import { reading } from './warp-trace.ts';

describe('one sub-core', () => {
  it('runs two warps as by hand', () => {
    // Loads at 0 and 1; both sums could issue from 40 and 41 on, but the second finds the unit held until 42.
    const trace = [reading(LDG), reading(FFMA, 0), reading(STG, 1)];
    const issues = simulate(trace, 2).map(({ cycle, warp, index }) => `${cycle}: warp ${warp}, ${trace[index]!.name}`);
    expect(issues).toEqual([
      '0: warp 0, LDG',
      '1: warp 1, LDG',
      '40: warp 0, FFMA',
      '42: warp 1, FFMA',
      '44: warp 0, STG',
      '46: warp 1, STG',
    ]);
  });

  it('is greedy or takes turns, as its policy says', () => {
    const order = (policy: Policy): number[] =>
      simulate([reading(STG), reading(STG)], 3, policy).map(({ warp }) => warp);
    expect(order('round-robin')).toEqual([0, 1, 2, 0, 1, 2]);
    expect(order('greedy-then-next')).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('comes back to the oldest warp, or goes on to the next, when the greedy one stalls', () => {
    // Each second store waits three cycles for the first, so warps 0 and 1 can both issue again before warp 3 starts.
    const slow = { ...STG, latency: 3 };
    const order = (policy: Policy): number[] =>
      simulate([reading(slow), reading(STG, 0)], 4, policy).map(({ warp }) => warp);
    expect(order('greedy-then-oldest')).toEqual([0, 1, 2, 0, 1, 2, 3, 3]);
    expect(order('greedy-then-next')).toEqual([0, 1, 2, 3, 0, 1, 2, 3]);
  });

  it('counts the cycles in which the last unit is still held', () => {
    const trace = [reading(hmma(8))];
    expect(cyclesOf(trace, simulate(trace, 3))).toBe(24);
  });

  it('refuses to run without warps', () => {
    expect(() => simulate([reading(FFMA)], 0)).toThrow(RangeError);
  });
});
