import { describe, expect, it } from 'vitest';
import { contention, cycleStack, intervalCycles, intervals, throughputBound, waits, walk } from './interval-model.ts';
import { cyclesOf, simulate, type Policy } from './sub-core.ts';
import { biasStep, elementWise, FFMA, hmma, LDG, LDS, matmul } from './teaching-traces.ts';
import { demand, reading, type Instruction, type Trace } from './warp-trace.ts';

const measured = (trace: Trace, warps: number, policy?: Policy): number =>
  cyclesOf(trace, simulate(trace, warps, policy));

/** `times` copies of `body`, each waiting for the last instruction of the copy before. */
const chained = (body: Trace, times: number): Instruction[] =>
  Array.from({ length: times }, (_, copy) =>
    body.map((one, i) => ({
      ...one,
      reads: [
        ...one.reads.map((j) => j + copy * body.length),
        ...(i === 0 && copy > 0 ? [copy * body.length - 1] : []),
      ],
    })),
  ).flat();

describe('the worked example', () => {
  it('cuts the walk of one warp as by hand', () => {
    // LDG 0, LDS 1, LDS 2; tiles at 10, so HMMA 10 and 18; the bias at 40, so FFMA 40, FFMA 44, STG 48.
    const cut = intervals(biasStep()).map(({ start, length, instructions, pipe, data, stall }) => ({
      start, length, n: instructions.length, pipe, data, stall,
    })); // prettier-ignore
    expect(cut).toEqual([
      { start: 0, length: 10, n: 3, pipe: 0, data: 7, stall: 'short_scoreboard' },
      { start: 10, length: 30, n: 2, pipe: 7, data: 21, stall: 'long_scoreboard' },
      { start: 40, length: 4, n: 1, pipe: 0, data: 3, stall: 'wait' },
      { start: 44, length: 4, n: 1, pipe: 0, data: 3, stall: 'wait' },
      { start: 48, length: 1, n: 1, pipe: 0, data: 0, stall: 'wait' },
    ]);
  });

  it('adds contention for eight warps as by hand', () => {
    // Idle for others: 10−3, 30−16, 4−2, 4−2, 1−1. Seven others ask for 21, 112, 14, 14, 7.
    expect(intervals(biasStep()).map((one) => contention(one, 8))).toEqual([14, 98, 12, 12, 7]);
    expect(intervalCycles(biasStep(), 8)).toBe(49 + 143);
  });
});

it('names each cycle in which a warp alone does not issue', () => {
  for (const t of [biasStep(), matmul(), elementWise()]) {
    const stack = cycleStack(t, 1);
    const drain = intervalCycles(t, 1) - walk(t).at(-1)!.issued - 1;
    const spans = waits(t);
    const sum = (cause: string): number =>
      spans.reduce((all, one) => all + (one.cause === cause ? one.end - one.start : 0), 0);
    for (const cause of ['wait', 'short_scoreboard', 'long_scoreboard'] as const) expect(sum(cause)).toBe(stack[cause]);
    expect(sum('math_pipe') + drain).toBe(stack.math_pipe);
  }
});

describe('where all warps meet the same interval again and again', () => {
  const bodies: Record<string, Trace> = {
    'one FFMA': [reading(FFMA)],
    'two FFMA and a load': [reading(FFMA), reading(FFMA), reading(LDG)],
    'three HMMA': [reading(hmma(8)), reading(hmma(8)), reading(hmma(8))],
    'loads from shared memory': [reading(LDS), reading(LDS)],
  };
  it.each(Object.entries(bodies))('%s: the prediction is exact for any number of warps', (_, body) => {
    for (let warps = 1; warps <= 40; warps++)
      expect(intervalCycles(chained(body, 5), warps)).toBe(measured(chained(body, 5), warps));
  });
});

describe('the inner loop of a matrix product', () => {
  it('is predicted to the cycle for 1 to 16 warps, on a tensor core of either speed', () => {
    for (const t of [matmul(8), matmul(4)])
      for (let warps = 1; warps <= 16; warps++) expect(intervalCycles(t, warps)).toBe(measured(t, warps));
  });
});

describe('with ever more warps', () => {
  /** Cycles that one more warp adds when there are already many. */
  const rate = (cycles: (warps: number) => number): number => (cycles(100) - cycles(50)) / 50;

  it.each([
    ['biasStep', biasStep()],
    ['matmul', matmul()],
    ['elementWise', elementWise()],
  ])(
    '%s: one more costs the demands of its intervals in the model, and between that and its whole demand in fact',
    (_, t) => {
      const perInterval = intervals(t).reduce((sum, one) => sum + one.demand, 0);
      expect(rate((w) => intervalCycles(t, w))).toBe(perInterval);
      for (const policy of ['greedy-then-next', 'greedy-then-oldest', 'round-robin'] as const) {
        const real = rate((w) => measured(t, w, policy));
        expect(real).toBeGreaterThanOrEqual(demand(t).cycles);
        expect(real).toBeLessThanOrEqual(perInterval);
      }
    },
  );

  it('is exact in the limit where one resource is the scarcest in each interval that matters', () => {
    const t = [reading(hmma(8)), reading(hmma(8), 0), reading(hmma(8), 1)];
    expect(intervalCycles(t, 300)).toBe(throughputBound(t, 300));
    expect(measured(t, 300)).toBe(throughputBound(t, 300));
  });
});

describe('where intervals differ', () => {
  it.each([
    ['elementWise', elementWise(), 0.12],
    ['biasStep', biasStep(), 0.16],
  ])('%s: the error up to 16 warps stays bounded', (_, t, most) => {
    for (let warps = 1; warps <= 16; warps++)
      expect(Math.abs(intervalCycles(t, warps) / measured(t, warps) - 1)).toBeLessThan(most);
  });

  it('errs to both sides: who queued still waits for his own result, and warps in different intervals overlap', () => {
    expect(intervalCycles(biasStep(), 2)).toBeLessThan(measured(biasStep(), 2));
    expect(intervalCycles(biasStep(), 8)).toBeGreaterThan(measured(biasStep(), 8));
  });
});

it('moves the cycles of the tensor core, and of nothing else, when it becomes twice as fast', () => {
  const [slow, fast] = [cycleStack(matmul(8), 8), cycleStack(matmul(4), 8)];
  for (const cause of ['selected', 'wait', 'short_scoreboard', 'long_scoreboard', 'lg'] as const)
    expect(fast[cause]).toBe(slow[cause]);
  expect(fast.math_pipe).toBeLessThan(slow.math_pipe);
});
