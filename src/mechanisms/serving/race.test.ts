import { describe, expect, it } from 'vitest';
import { chunksOf, rereadTokens } from '#mechanisms/serving/chunk-reads.ts';
import { tokenGaps } from '#mechanisms/serving/metrics.ts';
import { budgetSweep, iterationTime, race, schedulers } from '#mechanisms/serving/race.ts';
import { requestLanes, tokensBy } from '#mechanisms/serving/request-lanes.ts';
import { serviceLevels } from '#mechanisms/serving/service-levels.ts';
import { teachingPool, teachingTrace } from '#mechanisms/serving/teaching-trace.ts';
import { validate } from '#mechanisms/serving/validate.ts';

const course = { trace: teachingTrace, pool: teachingPool, maxBatch: 8 };
const runs = race(course, 512);

describe('a race', () => {
  it('is run by the rules under every scheduler', () => {
    for (const name of schedulers) expect(validate(runs[name])).toEqual([]);
  });

  it('is run by the rules in any pool that holds the longest request, with or without room for two', () => {
    for (const blocks of [272, 384, 416]) {
      const small = race({ ...course, pool: { blocks, blockSize: 16 } }, 512);
      for (const name of schedulers) {
        expect(validate(small[name])).toEqual([]);
        expect(serviceLevels(small[name]).peakBlocks).toBeLessThanOrEqual(blocks);
      }
    }
  });

  it('leaves the order of the schedulers by their longest wait as the paper has it', () => {
    const waits = schedulers.map((name) => serviceLevels(runs[name]).maxTbt);
    const [requestLevel, prefillFirst, orca, sarathiServe] = waits as [number, number, number, number];
    expect(prefillFirst).toBeGreaterThan(orca);
    expect(orca).toBeGreaterThan(sarathiServe);
    expect(sarathiServe).toBeGreaterThan(requestLevel);
  });
});

describe('a sweep', () => {
  it('meets the race at the same budget', () => {
    const [half, same] = budgetSweep(course, [256, 512]);
    expect(same!.run).toEqual(runs.sarathiServe);
    expect(half!.run.iterations.length).toBeGreaterThan(same!.run.iterations.length);
  });
});

describe('request lanes', () => {
  const lanes = requestLanes(runs.prefillFirst, 0.03);

  it('hold every entry of the run once', () => {
    const entries = runs.prefillFirst.iterations.flatMap((iteration) => iteration.entries);
    expect(lanes.flatMap((lane) => lane.activities).length).toBe(entries.length);
    for (const { request, activities } of lanes) {
      expect(activities[0]!.phase).toBe('prefill');
      expect(activities[0]!.start).toBeGreaterThanOrEqual(request.arrival);
    }
  });

  it('show both chats standing still once, for as long as three prompts and one decode take', () => {
    const prompts = iterationTime([prefill(2, 4096)]) + iterationTime([prefill(3, 2048), prefill(4, 512)]);
    for (const { stalls } of lanes.slice(0, 2)) {
      expect(stalls.length).toBe(1);
      expect(stalls[0]!.end - stalls[0]!.start).toBeGreaterThan(prompts);
    }
  });

  it('show the long document standing still while the two prompts behind it are read, and those not at all', () => {
    const [document, ...behind] = lanes.slice(2);
    expect(document!.stalls.map(({ start }) => start)).toEqual([document!.tokens[0]]);
    expect(behind.flatMap((lane) => lane.stalls)).toEqual([]);
  });

  it('count the tokens that have come: none before the first, all at the end', () => {
    for (const lane of lanes) {
      expect(tokensBy(lane, lane.tokens[0]! - 1e-9)).toBe(0);
      expect(tokensBy(lane, lane.tokens[0]!)).toBe(1);
      expect(tokensBy(lane, Infinity)).toBe(lane.request.output);
    }
  });
});

describe('service levels', () => {
  it('of the longest wait and of the pool agree with a direct look at the run', () => {
    const run = runs.sarathiServe;
    const levels = serviceLevels(run);
    expect(levels.maxTbt).toBe(Math.max(...tokenGaps(run).map(({ start, end }) => end - start)));
    expect(levels.throughput * levels.makespan).toBeCloseTo(24 + 24 + 6 + 6 + 8, 9);
    const taken = run.iterations.map(({ memory }) => (memory.filled + memory.wasted) / 16);
    expect(levels.peakBlocks).toBe(Math.max(...taken));
  });

  it('know no wait where every request has one token', () => {
    const trace = [{ id: 0, arrival: 0, prompt: 8, output: 1 }];
    expect(serviceLevels(race({ ...course, trace }, 512).orca).maxTbt).toBe(0);
  });
});

describe('a prompt in N equal chunks', () => {
  const lone = { ...course, trace: [{ id: 0, arrival: 0, prompt: 4096, output: 2 }] };

  it('reads N(N − 1)/2 chunks again', () => {
    for (const { tau, run } of budgetSweep(lone, [256, 512, 1024, 2048, 4096])) {
      const chunks = chunksOf(run, 0);
      const N = 4096 / tau;
      expect(chunks.length).toBe(N);
      expect(rereadTokens(chunks)).toBe((tau * N * (N - 1)) / 2);
    }
  });
});

function prefill(request: number, tokens: number) {
  return { request, phase: 'prefill', tokens, context: 0, emits: 1 } as const;
}
