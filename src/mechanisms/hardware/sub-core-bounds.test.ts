/** What holds for any trace, any number of warps and any policy, checked on random ones. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cycleStack, intervalCycles, throughputBound, walk } from './interval-model.ts';
import { cyclesOf, simulate, type Policy } from './sub-core.ts';
import { FFMA, hmma, LDG, LDS } from './teaching-traces.ts';
import { reading, type Trace } from './warp-trace.ts';

const trace: fc.Arbitrary<Trace> = fc
  .array(
    fc.record({
      operation: fc.constantFrom(FFMA, hmma(8), hmma(4), LDS, LDG),
      back: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((all) =>
    all.map(({ operation, back }, i) => reading(operation, ...back.map((b) => i - b).filter((j) => j >= 0))),
  );
const warps = fc.integer({ min: 1, max: 10 });
const policy = fc.constantFrom<Policy>('greedy-then-next', 'greedy-then-oldest', 'round-robin');

/** Cycles for which one warp can be in another's way: one in the slot and the interval in the unit, per instruction. */
const hindrance = (t: Trace): number => t.reduce((sum, { interval }) => sum + 1 + interval, 0);

it('issues every instruction of every warp once, in order, at most one a cycle', () => {
  fc.assert(
    fc.property(trace, warps, policy, (t, w, p) => {
      const issues = simulate(t, w, p);
      expect(new Set(issues.map(({ cycle }) => cycle)).size).toBe(w * t.length);
      for (let warp = 0; warp < w; warp++)
        expect(issues.filter((one) => one.warp === warp).map(({ index }) => index)).toEqual([...t.keys()]);
    }),
  );
});

it('lets no instruction read a result early or enter a unit that is held', () => {
  fc.assert(
    fc.property(trace, warps, policy, (t, w, p) => {
      const issues = simulate(t, w, p);
      const at = new Map(issues.map(({ cycle, warp, index }) => [`${warp} ${index}`, cycle]));
      for (const { cycle, warp, index } of issues)
        for (const source of t[index]!.reads)
          expect(cycle - at.get(`${warp} ${source}`)!).toBeGreaterThanOrEqual(t[source]!.latency);
      for (const unit of ['fma', 'tensor', 'memory']) {
        const held = issues.filter(({ index }) => t[index]!.unit === unit);
        held.slice(1).forEach(({ cycle }, i) => {
          expect(cycle - held[i]!.cycle).toBeGreaterThanOrEqual(t[held[i]!.index]!.interval);
        });
      }
    }),
  );
});

it('predicts one warp to the cycle, and each of its issues', () => {
  fc.assert(
    fc.property(trace, policy, (t, p) => {
      const issues = simulate(t, 1, p);
      expect(walk(t).map(({ issued }) => issued)).toEqual(issues.map(({ cycle }) => cycle));
      expect(intervalCycles(t, 1)).toBe(cyclesOf(t, issues));
    }),
  );
});

it('never runs faster than one warp alone or than the scarcest resource, nor slower than if all were in the way', () => {
  fc.assert(
    fc.property(trace, warps, policy, (t, w, p) => {
      const [cycles, alone] = [cyclesOf(t, simulate(t, w, p)), intervalCycles(t, 1)];
      expect(cycles).toBeGreaterThanOrEqual(Math.max(alone, throughputBound(t, w)));
      expect(cycles).toBeLessThanOrEqual(alone + (w - 1) * hindrance(t));
    }),
  );
});

it('predicts within the same bounds, and no fewer cycles for more warps', () => {
  fc.assert(
    fc.property(trace, warps, (t, w) => {
      const [cycles, alone] = [intervalCycles(t, w), intervalCycles(t, 1)];
      expect(cycles).toBeGreaterThanOrEqual(alone);
      expect(cycles).toBeLessThanOrEqual(alone + (w - 1) * hindrance(t));
      expect(intervalCycles(t, w + 1)).toBeGreaterThanOrEqual(cycles);
    }),
  );
});

it('stacks causes that add up to the prediction, with one cycle selected an instruction', () => {
  fc.assert(
    fc.property(trace, warps, (t, w) => {
      const stack = cycleStack(t, w);
      expect(Object.values(stack).reduce((sum, cycles) => sum + cycles, 0)).toBe(intervalCycles(t, w));
      expect(Math.min(...Object.values(stack))).toBeGreaterThanOrEqual(0);
      expect(stack.selected).toBe(t.length);
    }),
  );
});
