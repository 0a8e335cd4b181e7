import { laneOf, workerName } from './schedule.ts';
import type { Job, Schedule, Task } from './schedule.ts';

/** Each id that occurs other than once among the jobs, or that is not a task at all. */
function miscounted(tasks: readonly Task[], jobs: readonly Job[]): string[] {
  const times = new Map(tasks.map(({ id }) => [id, 0]));
  const unknown = jobs.filter(({ id }) => !times.has(id)).map(({ id }) => `${id} is no task of this schedule`);
  for (const { id } of jobs) times.set(id, (times.get(id) ?? 0) + 1);
  const wrong = tasks.filter(({ id }) => times.get(id) !== 1);
  return [...unknown, ...wrong.map(({ id }) => `${id} runs ${times.get(id)} times`)];
}

/** Pairs of neighbours on a lane that overlap in time. */
function overlapping(jobs: readonly Job[]): string[] {
  const lanes = Map.groupBy(
    jobs.toSorted((a, b) => a.start - b.start || a.end - b.end),
    laneOf,
  );
  return [...lanes].flatMap(([lane, row]) =>
    row.flatMap((job, i) => {
      const next = row[i + 1];
      return next && next.start < job.end ? [`${lane} runs ${job.id} and ${next.id} at once`] : [];
    }),
  );
}

/** What is wrong with one job by itself, and against the jobs that it has to wait for. */
function misplaced(job: Job, task: Task, endOf: ReadonlyMap<string, number>): string[] {
  const late = task.after.filter((id) => !((endOf.get(id) ?? Infinity) <= job.start));
  return [
    ...late.map((id) => `${job.id} starts before ${id} has ended`),
    ...(Math.abs(job.end - job.start - task.duration) > 1e-9 ? [`${job.id} does not last ${task.duration}`] : []),
    ...(job.start >= 0 ? [] : [`${job.id} starts before time 0`]),
    ...(workerName(job.worker) === workerName(task.worker) ? [] : [`${job.id} runs on another worker`]),
  ];
}

/**
 * Everything that is wrong with `schedule` as a way to do `tasks`, in words; empty if it is valid: every task runs
 * exactly once, on its own worker and for its own duration, after all that it depends on; no lane (`laneOf`) runs two
 * jobs at once; and nothing runs on a failed worker or on one that is not part of the schedule.
 */
export function validate(tasks: readonly Task[], schedule: Schedule): string[] {
  const { jobs, failed } = schedule;
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const endOf = new Map(jobs.map(({ id, end }) => [id, end]));
  const dead = new Set(failed.map(workerName));
  const alive = new Set(schedule.workers.map(workerName).filter((name) => !dead.has(name)));
  const ghosts = jobs.filter(({ worker }) => !alive.has(workerName(worker)));
  return [
    ...miscounted(tasks, jobs),
    ...overlapping(jobs),
    ...jobs.flatMap((job) => misplaced(job, byId.get(job.id) ?? job, endOf)),
    ...ghosts.map(({ id, worker }) => `${id} runs on ${workerName(worker)}, which is not alive`),
  ];
}
