import { describe, expect, it } from 'vitest';
import { oneFOneB, pipelineTasks } from './one-f-one-b.ts';
import type { Job, Schedule } from './schedule.ts';
import { validate } from './validate.ts';

const shape = { p: 2, m: 2, tF: 1, tB: 2 };
const tasks = pipelineTasks(shape);
const good = oneFOneB(shape);

/** The good schedule with one job replaced. */
function altered(id: string, change: (job: Job) => Job[]): Schedule {
  return { ...good, jobs: good.jobs.flatMap((job) => (job.id === id ? change(job) : [job])) };
}

const moved =
  (by: number) =>
  (job: Job): Job[] => [{ ...job, start: job.start + by, end: job.end + by }];

describe('validate', () => {
  it('finds nothing wrong with 1F1B', () => expect(validate(tasks, good)).toEqual([]));

  it.each<[string, Schedule, string]>([
    ['a job left out', altered('B 0:0.1@0', () => []), 'B 0:0.1@0 runs 0 times'],
    ['a job done twice', altered('B 0:0.1@0', (job) => [job, ...moved(5)(job)]), 'B 0:0.1@0 runs 2 times'],
    [
      'a job that nobody asked for',
      altered('B 0:0.1@0', (job) => [job, { ...job, id: 'X' }]),
      'X is no task of this schedule',
    ],
    ['two jobs at once', altered('F 0:0.1@0', moved(-0.5)), 'W0_0 runs F 0:0.0@0 and F 0:0.1@0 at once'],
    ['a dependency broken', altered('F 0:0.0@1', moved(-0.5)), 'F 0:0.0@1 starts before F 0:0.0@0 has ended'],
    ['a start before time 0', altered('F 0:0.0@0', moved(-1)), 'F 0:0.0@0 starts before time 0'],
    ['a job cut short', altered('B 0:0.1@0', (job) => [{ ...job, end: job.end - 1 }]), 'B 0:0.1@0 does not last 2'],
    [
      'a job elsewhere',
      altered('B 0:0.1@0', (job) => [{ ...job, worker: { pipeline: 0, stage: 1 } }]),
      'B 0:0.1@0 runs on another worker',
    ],
    [
      'a job on a dead worker',
      { ...good, failed: [{ pipeline: 0, stage: 1 }] },
      'F 0:0.0@1 runs on W0_1, which is not alive',
    ],
    [
      'a job on no worker',
      { ...good, workers: [{ pipeline: 0, stage: 0 }] },
      'F 0:0.0@1 runs on W0_1, which is not alive',
    ],
  ])('reports %s', (_, schedule, message) => expect(validate(tasks, schedule)).toContain(message));
});
