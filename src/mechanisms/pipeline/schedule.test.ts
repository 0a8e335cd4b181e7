import { describe, expect, it } from 'vitest';
import {
  bubbleShare,
  idleIntervals,
  iterationStart,
  jobsOf,
  laneOf,
  makespan,
  peakActivations,
  totalWork,
} from './schedule.ts';
import type { Job, JobKind, Schedule } from './schedule.ts';

const worker = { pipeline: 0, stage: 0 };

function job(kind: JobKind, start: number, end: number): Job {
  const id = `${kind} at ${start}`;
  return {
    id,
    kind,
    worker,
    modelStage: 0,
    microBatch: null,
    iteration: 0,
    duration: end - start,
    after: [],
    start,
    end,
  };
}

const schedule: Schedule = {
  workers: [worker, { pipeline: 0, stage: 1 }],
  failed: [],
  jobs: [job('backward', 6, 8), job('forward', 1, 2), job('forward', 2, 3), job('communication', 3, 10)],
};

describe('the measures of a schedule', () => {
  it('take the last end as the makespan, and sum the work without regard to overlap', () => {
    expect(makespan(schedule.jobs)).toBe(10);
    expect(makespan([])).toBe(0);
    expect(totalWork(schedule.jobs)).toBe(11);
  });

  it('take the first start of an iteration, whatever the order of the jobs', () => {
    const next = { ...job('forward', 5, 6), iteration: 1 };
    expect(iterationStart([...schedule.jobs, next], 0)).toBe(1);
    expect(iterationStart([...schedule.jobs, next], 1)).toBe(5);
    expect(iterationStart(schedule.jobs, 1)).toBe(Infinity);
  });

  it('list a worker’s compute in the order of time, apart from its link', () => {
    expect(jobsOf(schedule, worker).map(({ start }) => start)).toEqual([1, 2, 6]);
    expect(new Set(schedule.jobs.map(laneOf))).toEqual(new Set(['W0_0', 'W0_0 link']));
  });

  it('find the bubbles before, between and after the compute', () => {
    const gaps = [
      { start: 0, end: 1 },
      { start: 3, end: 6 },
      { start: 8, end: 10 },
    ];
    expect(idleIntervals(schedule, worker)).toEqual(gaps);
    expect(bubbleShare(schedule, worker)).toBeCloseTo(6 / 10, 12);
  });

  it('cut the bubbles to a window', () => {
    const window = { start: 2.5, end: 5 };
    expect(idleIntervals(schedule, worker, window)).toEqual([{ start: 3, end: 5 }]);
    expect(bubbleShare(schedule, worker, window)).toBeCloseTo(2 / 2.5, 12);
    expect(idleIntervals(schedule, worker, { start: 6, end: 7 })).toEqual([]);
    expect(idleIntervals(schedule, worker, { start: 0, end: 1.5 })).toEqual([{ start: 0, end: 1 }]);
    expect(bubbleShare(schedule, worker, { start: 4, end: 4 })).toBe(0);
  });

  it('call a worker without jobs one bubble', () => {
    expect(bubbleShare(schedule, { pipeline: 0, stage: 1 })).toBe(1);
  });

  it('keep activations until the weight gradient, not until the input gradient', () => {
    const split = (['forward', 'backward-input', 'forward', 'backward-weight', 'forward'] as const).map((kind, i) =>
      job(kind, i, i + 1),
    );
    expect(peakActivations({ ...schedule, jobs: split }, worker)).toBe(2);
    expect(peakActivations(schedule, worker)).toBe(2);
  });
});
