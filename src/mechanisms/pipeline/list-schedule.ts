import { activationChange, laneOf } from './schedule.ts';
import type { Job, Task, Worker } from './schedule.ts';

export interface Policy {
  /** Order of preference among the tasks that a lane could start now: negative if `a` goes first. */
  readonly compare: (a: Task, b: Task) => number;
  /** The most micro-batches whose activations a worker may keep; at this number it starts no forward. At least 1. */
  readonly activationLimit: (worker: Worker) => number;
}

interface Lane {
  readonly ready: Task[];
  running: Job | null;
  /** Micro-batches whose activations are kept. */
  kept: number;
}

/**
 * Greedy list scheduling: whenever a lane (`laneOf`) is free and some task of it could start, it starts the one that
 * the policy prefers. No lane idles by choice, which is simple and fast but not always best: a task started now can be
 * in the way of a more urgent one a moment later. Among equals the one that became ready first goes first, so the
 * result is deterministic.
 *
 * @throws Error if tasks remain that can never start (a cycle, an unknown dependency, or too low a limit).
 */
export function listSchedule(tasks: readonly Task[], policy: Policy): Job[] {
  const lanes = new Map<string, Lane>(tasks.map((task) => [laneOf(task), { ready: [], running: null, kept: 0 }]));
  const unlock = dependencies(tasks, (task) => lanes.get(laneOf(task))!.ready.push(task));
  const jobs: Job[] = [];
  // #region list-scheduling
  for (let now = 0; now < Infinity; now = nextEnd(lanes.values())) {
    for (const lane of lanes.values()) {
      if (lane.running && lane.running.end <= now) {
        lane.kept += Math.min(0, activationChange(lane.running.kind));
        unlock(lane.running);
        lane.running = null;
      }
    }
    for (const lane of lanes.values()) {
      const task = lane.running ? undefined : takeBest(lane, policy);
      if (!task) continue;
      lane.kept += Math.max(0, activationChange(task.kind));
      lane.running = { ...task, start: now, end: now + task.duration };
      jobs.push(lane.running);
    }
  }
  // #endregion list-scheduling
  if (jobs.length < tasks.length) throw new Error(`${tasks.length - jobs.length} tasks can never start.`);
  return jobs;
}

const nextEnd = (lanes: Iterable<Lane>): number =>
  [...lanes].reduce((soonest, { running }) => Math.min(soonest, running?.end ?? Infinity), Infinity);

/** Calls `release` for each task that waits for nothing, and returns what to call with each task that has ended. */
function dependencies(tasks: readonly Task[], release: (task: Task) => void): (ended: Task) => void {
  const missing = new Map(tasks.map(({ id, after }) => [id, after.length]));
  const dependants = new Map<string, Task[]>(tasks.map(({ id }) => [id, []]));
  for (const task of tasks) {
    for (const id of task.after) dependants.get(id)?.push(task);
    if (task.after.length === 0) release(task);
  }
  return ({ id }) => {
    for (const task of dependants.get(id)!) {
      const left = missing.get(task.id)! - 1;
      missing.set(task.id, left);
      if (left === 0) release(task);
    }
  };
}

/** Takes the preferred startable task out of the lane's ready ones; undefined if there is none. */
function takeBest(lane: Lane, { compare, activationLimit }: Policy): Task | undefined {
  const startable = lane.ready.filter(({ kind, worker }) => kind !== 'forward' || lane.kept < activationLimit(worker));
  const best = startable.reduce<Task | undefined>((a, b) => (a && compare(a, b) <= 0 ? a : b), undefined);
  if (best) lane.ready.splice(lane.ready.indexOf(best), 1);
  return best;
}
