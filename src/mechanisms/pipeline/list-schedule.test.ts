import { describe, expect, it } from 'vitest';
import { timeInOrder } from './in-order.ts';
import { listSchedule } from './list-schedule.ts';
import type { Job, JobKind, Task } from './schedule.ts';

const task = (
  id: string,
  stage: number,
  duration: number,
  after: string[] = [],
  kind: JobKind = 'optimizer',
): Task => ({
  id,
  kind,
  worker: { pipeline: 0, stage },
  modelStage: stage,
  microBatch: null,
  iteration: 0,
  duration,
  after,
});

const starts = (jobs: Job[]): Record<string, number> => Object.fromEntries(jobs.map(({ id, start }) => [id, start]));

const byName = { compare: (a: Task, b: Task) => (a.id < b.id ? -1 : 1), activationLimit: () => Infinity };

describe('listSchedule', () => {
  it('starts the preferred task of each free worker as soon as its dependencies end', () => {
    const jobs = listSchedule([task('c', 0, 1), task('a', 0, 2), task('b', 1, 3, ['a']), task('d', 1, 1)], byName);
    expect(starts(jobs)).toEqual({ a: 0, d: 0, c: 2, b: 2 });
  });

  it('never idles by choice, even if an urgent task is about to come', () => {
    const jobs = listSchedule([task('z', 0, 9), task('y', 1, 1), task('a', 0, 1, ['y'])], byName);
    expect(starts(jobs)).toEqual({ z: 0, y: 0, a: 9 });
  });

  it('starts no forward while the worker keeps as many activations as it may', () => {
    const forwards = ['f', 'g'].map((id) => task(id, 0, 1, [], 'forward'));
    const backwards = [task('x', 0, 2, ['f'], 'backward-input'), task('y', 0, 2, ['x'], 'backward-weight')];
    const jobs = listSchedule([...forwards, ...backwards], { ...byName, activationLimit: () => 1 });
    expect(starts(jobs)).toEqual({ f: 0, x: 1, y: 3, g: 5 });
  });

  it('lets a link work beside the compute of the same worker', () => {
    const jobs = listSchedule([task('a', 0, 2), task('b', 0, 2, [], 'communication')], byName);
    expect(starts(jobs)).toEqual({ a: 0, b: 0 });
  });

  it('runs tasks of no duration', () => {
    expect(starts(listSchedule([task('a', 0, 0), task('b', 0, 0, ['a']), task('c', 0, 1, ['b'])], byName))).toEqual({
      a: 0,
      b: 0,
      c: 0,
    });
  });

  it.each([
    ['a cycle', [task('a', 0, 1, ['b']), task('b', 0, 1, ['a'])]],
    ['an unknown dependency', [task('a', 0, 1), task('b', 0, 1, ['nobody'])]],
  ])('throws on %s', (_, tasks) => expect(() => listSchedule(tasks, byName)).toThrow('can never start'));
});

describe('timeInOrder', () => {
  it('waits for the preceding task of the row and for the dependencies', () => {
    const rows = [
      [task('a', 0, 2), task('b', 0, 1, ['d'])],
      [task('c', 1, 1), task('d', 1, 4, ['a'])],
    ];
    expect(starts(timeInOrder(rows))).toEqual({ a: 0, c: 0, d: 2, b: 6 });
  });

  it('throws if the orders wait for each other', () => {
    const rows = [[task('b', 0, 1, ['d']), task('a', 0, 2)], [task('d', 1, 4, ['a'])]];
    expect(() => timeInOrder(rows)).toThrow('3 tasks can never start');
  });
});
