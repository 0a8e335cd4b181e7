import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  exposedCommunication,
  fsdpTimeline,
  gatheredOverTime,
  issueOrder,
  peakGathered,
  stepTime,
} from './fsdp-timeline.ts';
import type { FsdpJob, FsdpUnit } from './fsdp-timeline.ts';

const unit: FsdpUnit = { psi: 10, gather: 1, forward: 2, backward: 4, reduce: 1 };
const equal = (N: number, change: Partial<FsdpUnit> = {}): FsdpUnit[] =>
  Array.from({ length: N }, () => ({ ...unit, ...change }));
const free = { limit: Infinity, issueTime: 0 };

const times = fc.integer({ min: 1, max: 9 });
const models = fc.array(fc.record({ psi: times, gather: times, forward: times, backward: times, reduce: times }), {
  minLength: 1,
  maxLength: 6,
});
const policies = fc.record({
  prefetch: fc.boolean(),
  limit: fc.oneof(fc.integer({ min: 2, max: 5 }), fc.constant(Infinity)),
  issueTime: fc.integer({ min: 0, max: 2 }),
});

const named = (jobs: readonly FsdpJob[], lane: FsdpJob['lane']) =>
  jobs.filter((job) => job.lane === lane).map(({ kind, unit: u, start, end }) => [kind, u, start, end]);

describe('the order of issue', () => {
  const backward = (prefetch: boolean) =>
    issueOrder(3, prefetch)
      .slice(6)
      .map(({ kind, unit: u }) => `${kind} ${u}`);

  it('without prefetching puts the next all-gather behind the current reduce-scatter', () => {
    expect(backward(false).slice(0, 4)).toEqual(['backward 2', 'reduce-scatter 2', 'all-gather 1', 'backward 1']);
  });

  it('with prefetching puts it before the current computation, and so before the reduce-scatter', () => {
    expect(backward(true).slice(0, 5)).toEqual([
      'all-gather 1',
      'backward 2',
      'reduce-scatter 2',
      'all-gather 0',
      'backward 1',
    ]);
  });
});

describe('a step of three units, worked by hand,', () => {
  it('without prefetching communicates and computes in turns through the backward pass', () => {
    const jobs = fsdpTimeline(equal(3), { ...free, prefetch: false });
    expect(named(jobs, 'communication')).toEqual([
      ['all-gather', 0, 0, 1],
      ['all-gather', 1, 1, 2],
      ['all-gather', 2, 2, 3],
      ['reduce-scatter', 2, 11, 12],
      ['all-gather', 1, 12, 13],
      ['reduce-scatter', 1, 17, 18],
      ['all-gather', 0, 18, 19],
      ['reduce-scatter', 0, 23, 24],
    ]);
    expect(stepTime(jobs)).toBe(24);
  });

  it('with prefetching hides all but the first all-gather and the last reduce-scatter', () => {
    const jobs = fsdpTimeline(equal(3), { ...free, prefetch: true });
    expect(named(jobs, 'compute').slice(3)).toEqual([
      ['backward', 2, 7, 11],
      ['backward', 1, 11, 15],
      ['backward', 0, 15, 19],
    ]);
    expect(stepTime(jobs)).toBe(20);
    expect(exposedCommunication(jobs)).toBe(2);
  });
});

describe('any timeline', () => {
  it('keeps each lane to one operation at a time, in the order of issue, and computes on nothing but whole units', () => {
    fc.assert(
      fc.property(models, policies, (units, policy) => {
        const jobs = fsdpTimeline(units, policy);
        const find = (kind: string, u: number, pass: string) =>
          jobs.find((job) => job.lane !== 'cpu' && job.kind === kind && job.unit === u && job.pass === pass)!;
        for (const lane of ['cpu', 'compute', 'communication'] as const) {
          const row = jobs.filter((job) => job.lane === lane);
          row.slice(1).forEach((job, i) => expect(job.start).toBeGreaterThanOrEqual(row[i]!.end));
        }
        units.forEach((_, u) => {
          const last = u === units.length - 1;
          expect(find('forward', u, 'forward').start).toBeGreaterThanOrEqual(find('all-gather', u, 'forward').end);
          const again = find('all-gather', u, last ? 'forward' : 'backward');
          expect(find('backward', u, 'backward').start).toBeGreaterThanOrEqual(again.end);
          expect(find('reduce-scatter', u, 'backward').start).toBeGreaterThanOrEqual(
            find('backward', u, 'backward').end,
          );
        });
      }),
    );
  });

  it('is no shorter than its computation or its communication, and no longer than both in turns', () => {
    fc.assert(
      fc.property(models, fc.boolean(), (units, prefetch) => {
        const jobs = fsdpTimeline(units, { ...free, prefetch });
        const work = (lane: string) => jobs.reduce((sum, job) => sum + (job.lane === lane ? job.duration : 0), 0);
        expect(stepTime(jobs)).toBeGreaterThanOrEqual(Math.max(work('compute'), work('communication')));
        expect(stepTime(jobs)).toBeLessThanOrEqual(work('compute') + work('communication'));
      }),
    );
  });

  it('is no longer with prefetching than without', () => {
    fc.assert(
      fc.property(models, (units) => {
        const time = (prefetch: boolean) => stepTime(fsdpTimeline(units, { ...free, prefetch }));
        expect(time(true)).toBeLessThanOrEqual(time(false));
      }),
    );
  });

  it('begins and ends with nothing gathered, and never holds more units than the limit', () => {
    fc.assert(
      fc.property(models, policies, (units, policy) => {
        const counted = units.map((one) => ({ ...one, psi: 1 }));
        const held = gatheredOverTime(fsdpTimeline(counted, policy), counted).map(([, h]) => h);
        expect(held.at(-1)).toBe(0);
        expect(Math.min(...held)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...held)).toBeLessThanOrEqual(policy.limit);
      }),
    );
  });
});

describe('the rate limiter', () => {
  const run = (limit: number, units: FsdpUnit[]) => fsdpTimeline(units, { prefetch: true, limit, issueTime: 0 });

  it('absent, lets a CPU that issues in no time take memory for all 2N − 1 all-gathers of the step at once', () => {
    const units = equal(6);
    expect(peakGathered(run(Infinity, units), units)).toBe((2 * 6 - 1) * unit.psi);
  });

  it('at 2 holds two equal units and costs no time', () => {
    const units = equal(6);
    expect(peakGathered(run(2, units), units)).toBe(2 * unit.psi);
    expect(stepTime(run(2, units))).toBe(stepTime(run(Infinity, units)));
  });

  it('never shortens a step in which memory is no concern, and lengthens some', () => {
    fc.assert(
      fc.property(models, (units) => {
        expect(stepTime(run(2, units))).toBeGreaterThanOrEqual(stepTime(run(Infinity, units)));
      }),
    );
    // A small unit before a large one: the large all-gather could have begun while the first unit computed.
    const units = [unit, { ...unit, forward: 1 }, { ...unit, gather: 8 }, unit];
    expect(stepTime(run(2, units))).toBeGreaterThan(stepTime(run(Infinity, units)));
  });

  it('below 2 forbids prefetching', () => {
    expect(() => run(1, equal(3))).toThrow('deadlock');
  });
});
