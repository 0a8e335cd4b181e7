import { describe, expect, it } from 'vitest';
import { backlog, shareGpt } from '#mechanisms/serving/backlog.ts';
import { BlockPool } from '#mechanisms/serving/block-pool.ts';
import { a100Small, opt13b, slotsIn } from '#mechanisms/serving/opt.ts';
import { roofline } from '#mechanisms/serving/cost.ts';
import { crowd, meanBatch, meanUse, throughput } from '#mechanisms/serving/crowd.ts';
import {
  contiguousMemory,
  pagedMemory,
  reserveMax,
  reserveOracle,
  reservePow2,
  type KvMemory,
} from '#mechanisms/serving/kv-memory.ts';
import { pagedRoofline } from '#mechanisms/serving/paged-time.ts';

const slots = slotsIn(12 * 2 ** 30, opt13b);
const memories = (): Record<'max' | 'pow2' | 'oracle' | 'paged', KvMemory> => ({
  max: contiguousMemory(slots, reserveMax(2048)),
  pow2: contiguousMemory(slots, reservePow2),
  oracle: contiguousMemory(slots, reserveOracle),
  paged: pagedMemory(new BlockPool({ blocks: Math.floor(slots / 16), blockSize: 16 })),
});
const run = (name: keyof ReturnType<typeof memories>) =>
  crowd(backlog(shareGpt, 1200, 2048), memories()[name], name === 'paged' ? 3000 : 8000).slice(1000);
const runs = { max: run('max'), pow2: run('pow2'), oracle: run('oracle'), paged: run('paged') };

describe('crowd', () => {
  it('has 15.7K slots for OPT-13B (PagedAttention, Table 1)', () => expect(slots).toBe(15728));

  it('accounts for every slot at every step', () => {
    for (const [name, steps] of Object.entries(runs))
      for (const { use } of steps) {
        expect(Math.min(...Object.values(use))).toBeGreaterThanOrEqual(0);
        expect(use.stored + use.reserved + use.internal + use.external).toBe(name === 'paged' ? 983 * 16 : slots);
      }
  });

  it('wastes less than a block a request with paging, and leaves no request out for whom blocks are free', () => {
    for (const { batch, use } of runs.paged) expect(use.reserved + use.internal).toBeLessThanOrEqual(15 * batch.length);
  });

  it('runs seven requests that reserve 2048 slots each (Fig. 13: 7.00), and leaves 8.9 % of the slots over (Fig. 2)', () => {
    expect(meanBatch(runs.max)).toBe(7);
    expect(meanUse(runs.max).external).toBeCloseTo(0.089, 3);
  });

  it.each([
    ['max', { stored: 0.204, reserved: 0.133, internal: 0.573, external: 0.089 }, 7.0],
    ['oracle', { stored: 0.382, reserved: 0.252, internal: 0, external: 0.366 }, 13.62],
    ['paged', { stored: 0.963, reserved: 0, internal: 0, external: 0 }, 30.42],
  ] as const)('comes within 6 points of Fig. 2 and an eighth of Fig. 13 for %s', (name, printed, batch) => {
    const use = meanUse(runs[name]);
    for (const part of Object.keys(printed) as (keyof typeof printed)[])
      expect(Math.abs(use[part] - printed[part])).toBeLessThan(0.06);
    expect(Math.abs(meanBatch(runs[name]) / batch - 1)).toBeLessThan(0.125);
  });

  it('gains far more from the batch than the slower kernel costs', () => {
    const [contiguous, paged] = [roofline(opt13b, a100Small), pagedRoofline(opt13b, a100Small)];
    const loss = 1 - throughput(runs.paged, paged) / throughput(runs.paged, contiguous);
    expect(loss).toBeGreaterThan(0);
    expect(loss).toBeLessThan(0.1);
    expect(throughput(runs.paged, paged) / throughput(runs.max, contiguous)).toBeGreaterThan(2.7); // Sec. 6.2: 2.7–8
    expect(throughput(runs.paged, paged) / throughput(runs.oracle, contiguous)).toBeGreaterThan(1.6); // 1.7–2.7
  });

  it('takes all blocks from the latest arrival and gives them back for all its tokens at once', () => {
    const backlog = [5, 5, 1, 9, 9].map((output, id) => ({ id, arrival: 0, prompt: 4, output }));
    const steps = crowd(backlog, pagedMemory(new BlockPool({ blocks: 3, blockSize: 4 })), 6);
    const alone = [[0, 1]]; // request 0 feeds one token
    expect(steps.map(({ batch }) => batch.map(({ request, tokens }) => [request, tokens]))).toEqual([
      [
        [0, 4],
        [1, 4],
        [2, 4],
      ],
      alone, // request 1 found no second block
      alone,
      alone,
      alone,
      [
        [1, 5],
        [3, 4],
      ], // its prompt and what it had generated
    ]);
    expect(steps.map(({ preempted }) => preempted)).toEqual([0, 1, 0, 0, 0, 0]);
  });

  it('refuses to go on when nobody waits', () => {
    const lone = [{ id: 0, arrival: 0, prompt: 4, output: 5 }];
    expect(() => crowd(lone, contiguousMemory(64, reserveOracle), 1)).toThrow(Error);
  });
});
