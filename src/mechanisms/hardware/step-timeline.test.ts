import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { A100 } from './presets.ts';
import { stepTimeline } from './step-timeline.ts';
import type { Activity } from './step-timeline.ts';
import { createMapper, mappingTime, trafficBytes } from './tile-search.ts';
import type { Mapper } from './tile-search.ts';

/** One element a second through memory, one multiply–accumulate a second, sums for free. */
const toy = (globalBuffer: number): Mapper => ({
  bytes: 1,
  device: {
    ...A100,
    frequency: 1,
    globalBuffer,
    memoryBandwidth: 1,
    globalBandwidth: Infinity,
    vector: { ...A100.vector, width: Infinity },
  },
  coreMapping: ({ m, n, k }) => ({
    ...createMapper(A100, 2).coreMapping({ m, n, k }),
    cycles: m * n * k,
  }),
});
const product = { m: 4, n: 6, k: 4 };
const tile = { m: 2, n: 2, k: 2 };

const end = (activities: readonly Activity[]): number => Math.max(...activities.map((one) => one.end));
const busy = (activities: readonly Activity[], kinds: readonly Activity['kind'][]): number =>
  activities.filter(({ kind }) => kinds.includes(kind)).reduce((sum, one) => sum + one.end - one.start, 0);

describe('stepTimeline', () => {
  it('worked by hand: 120 elements moved and 96 products take 216 one after another, 128 overlapped', () => {
    expect(end(stepTimeline(toy(12), product, tile, 'C', false))).toBe(216);
    expect(end(stepTimeline(toy(24), product, tile, 'C', true))).toBe(128);
  });

  it('ends when mappingTime says', () => {
    expect(mappingTime(toy(12), product, tile, 'C')).toBe(216);
    expect(mappingTime(toy(24), product, tile, 'C')).toBe(128);
  });

  it('keeps the memory channel and the arithmetic each to one thing at a time, and the bytes to trafficBytes', () => {
    const size = fc.integer({ min: 1, max: 9 });
    const extents = fc.record({ m: size, n: size, k: size });
    fc.assert(
      fc.property(extents, extents, fc.constantFrom('A', 'B', 'C'), fc.boolean(), (whole, part, stays, double) => {
        const cut = { m: Math.min(part.m, whole.m), n: Math.min(part.n, whole.n), k: Math.min(part.k, whole.k) };
        const activities = stepTimeline(toy(1), whole, cut, stays, double);
        for (const kinds of [['read', 'write'], ['compute']] as const) {
          const lane = activities.filter(({ kind }) => (kinds as readonly string[]).includes(kind));
          for (const [i, one] of lane.entries()) if (i > 0) expect(one.start).toBeGreaterThanOrEqual(lane[i - 1]!.end);
        }
        expect(busy(activities, ['compute'])).toBe(whole.m * whole.n * whole.k);
        expect(busy(activities, ['read', 'write'])).toBe(trafficBytes(whole, cut, stays, 1));
      }),
    );
  });

  it('computes no tile before it is read and writes none before it is computed', () => {
    const at = (kind: Activity['kind']) =>
      new Map(
        stepTimeline(toy(24), product, tile, 'C', true)
          .filter((a) => a.kind === kind)
          .map((a) => [a.tile, a]),
      );
    for (const [i, { start }] of at('compute')) expect(at('read').get(i)!.end).toBeLessThanOrEqual(start);
    for (const [i, { start }] of at('write')) expect(at('compute').get(i)!.end).toBeLessThanOrEqual(start);
  });
});
