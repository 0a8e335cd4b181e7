import type { GanttInterval, GanttLane } from '#draw/Gantt.tsx';
import type { Kind } from '#draw/palette.ts';
import {
  iterationStart,
  jobsOf,
  workerName,
  type Job,
  type JobKind,
  type Schedule,
  type Worker,
} from '#mechanisms/pipeline/schedule.ts';

const kinds: Record<JobKind, Kind> = {
  forward: 'forward',
  backward: 'backward',
  'backward-input': 'backward',
  'backward-weight': 'weight-gradient',
  optimizer: 'optimizer',
  communication: 'communication',
};

export interface Clock {
  /** The iteration whose first job starts at time 0. */
  iteration: number;
  /** The time at which the picture ends. */
  end: number;
}

/**
 * Workers as lanes. A worker's own micro-batches are pale, those that it does for a dead peer are in full colour; jobs of
 * other iterations are grey. Micro-batches bear their index.
 */
export function lanesOf(schedule: Schedule, workers: readonly Worker[], { iteration, end }: Clock): GanttLane[] {
  const origin = iterationStart(schedule.jobs, iteration);
  const dead = new Set(schedule.failed.map(workerName));
  return workers.map((worker) => ({
    label: workerName(worker),
    intervals: jobsOf(schedule, worker)
      .map((job) => ({ ...job, start: Math.max(0, job.start - origin), end: Math.min(end, job.end - origin) }))
      .filter((job) => job.start < job.end)
      .map((job) => lookOf(job, iteration))
      .reduce(joined, []),
    ...(dead.has(workerName(worker)) && { deadFrom: 0 }),
  }));
}

function lookOf(job: Job, iteration: number): GanttInterval {
  const { start, end, kind, microBatch, worker } = job;
  if (job.iteration !== iteration) return { start, end, kind: 'neutral' };
  const takenOver = microBatch !== null && microBatch.pipeline !== worker.pipeline;
  return {
    start,
    end,
    kind: kinds[kind],
    tone: takenOver ? 'solid' : 'tint',
    ...(microBatch && { label: String(microBatch.index) }),
  };
}

/** Grey intervals without a gap become one: what the other iterations do in detail is not the point. */
function joined(intervals: GanttInterval[], next: GanttInterval): GanttInterval[] {
  const last = intervals.at(-1);
  if (last?.kind !== 'neutral' || next.kind !== 'neutral' || last.end !== next.start) return [...intervals, next];
  return [...intervals.slice(0, -1), { ...last, end: next.end }];
}

/** The workers at `stage`, which hold the same weights. */
export const atStage = ({ workers }: Schedule, stage: number): Worker[] =>
  workers.filter((worker) => worker.stage === stage);

/** The workers of `pipeline`, from its first stage to its last. */
export const inPipeline = ({ workers }: Schedule, pipeline: number): Worker[] =>
  workers.filter((worker) => worker.pipeline === pipeline);
