import { describe, expect, it } from 'vitest';
import { createRandom } from '../numeric/random.ts';
import { bestInterval, jobMtbf, lostShare, type Restarts } from './checkpoint-interval.ts';
import { effectiveRate, faultRun } from './fault-run.ts';

const job: Restarts = { mtbf: 400, save: 0.5, recover: 10 };

describe('a run with failures', () => {
  it('is a list of stretches without gaps, whose training adds up to the work', () => {
    const run = faultRun(job, 30, 5000, createRandom(1));
    run.stretches.slice(1).forEach(({ start }, i) => expect(start).toBe(run.stretches[i]!.end));
    const spent = (kind: string) =>
      run.stretches.filter((one) => one.kind === kind).reduce((sum, { start, end }) => sum + end - start, 0);
    expect(spent('training')).toBeCloseTo(5000, 6);
    expect(spent('recovering')).toBeCloseTo(run.failures * job.recover, 6);
    expect(run.stretches.at(-1)!.end).toBe(run.total);
    expect(effectiveRate(run)).toBeCloseTo(5000 / run.total, 12);
  });

  it('loses what the formula says, to first order', () => {
    for (const interval of [10, 20, 40]) {
      const run = faultRun(job, interval, 400_000, createRandom(interval));
      const lost = run.total / run.useful - 1;
      expect(Math.abs(lost / lostShare(job, interval) - 1)).toBeLessThan(0.08);
    }
  });

  it('without failures pays for saving alone', () => {
    const run = faultRun({ mtbf: 1e12, save: 1, recover: 5 }, 10, 100, createRandom(1));
    expect(run.total).toBeCloseTo(110, 9);
  });
});

describe('the interval', () => {
  it('at Young’s optimum loses no more than at any other', () => {
    const best = bestInterval(job);
    expect(best).toBeCloseTo(20, 12);
    for (const factor of [0.3, 0.7, 0.95, 1.05, 1.5, 3])
      expect(lostShare(job, best * factor)).toBeGreaterThan(lostShare(job, best));
  });

  it('pays as much for saving as for lost work there', () => {
    const best = bestInterval(job);
    expect(job.save / best).toBeCloseTo(best / (2 * job.mtbf), 12);
  });
});

it('ten thousand machines fail ten thousand times as often as one', () => {
  expect(jobMtbf(50_000, 10_000)).toBe(5);
});
