import type { Interval, Task } from './schedule.ts';

/** All that timing needs to know of a task. */
export type Timed = Pick<Task, 'id' | 'duration' | 'after'>;

/**
 * Times tasks whose order is fixed: each row is one lane's tasks in the order in which it runs them, and each task
 * starts as soon as the one before it in its row and all that it depends on have ended.
 *
 * @throws Error if the orders wait for each other for ever, or for a task that is in no row.
 */
export function timeInOrder<T extends Timed>(rows: readonly (readonly T[])[]): (T & Interval)[] {
  const jobs = new Map<string, T & Interval>();
  const next = rows.map(() => 0);
  const free = rows.map(() => 0);
  const total = rows.reduce((sum, row) => sum + row.length, 0);
  while (jobs.size < total) {
    const before = jobs.size;
    rows.forEach((row, lane) => {
      for (let task = row[next[lane]!]; task?.after.every((id) => jobs.has(id)); task = row[++next[lane]!]) {
        const start = Math.max(free[lane]!, ...task.after.map((id) => jobs.get(id)!.end));
        free[lane] = start + task.duration;
        jobs.set(task.id, { ...task, start, end: start + task.duration });
      }
    });
    if (jobs.size === before) throw new Error(`These orders deadlock: ${total - before} tasks can never start.`);
  }
  return [...jobs.values()];
}
