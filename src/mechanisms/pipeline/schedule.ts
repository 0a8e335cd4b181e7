/**
 * A schedule of a training step on a timeline: which job each worker runs, and from when to when. Every pipeline figure
 * (1F1B, GPipe, interleaved, ReCycle, overlap of communication) is a list of these jobs, so that all can be checked by
 * the same `validate` and compared by the same measures. Times are in any unit, as long as it is the same throughout.
 */

/** One GPU (or one group that acts as one): stage `stage` of the data-parallel pipeline `pipeline`, both from 0. */
export interface Worker {
  readonly pipeline: number;
  readonly stage: number;
}

/** `backward` is both gradients in one piece; `backward-input` and `backward-weight` are the same work in two. */
export type JobKind = 'forward' | 'backward' | 'backward-input' | 'backward-weight' | 'optimizer' | 'communication';

/** Micro-batch `index` (0 … m−1) of the share of the batch that belongs to pipeline `pipeline`. */
export interface MicroBatch {
  readonly pipeline: number;
  readonly index: number;
}

/** Work to be placed: who does it, how long it takes, and what must end before it starts. */
export interface Task {
  /** Unique among the tasks of a schedule. */
  readonly id: string;
  readonly kind: JobKind;
  readonly worker: Worker;
  /** The part of the model computed: `worker.stage`, or with interleaved stages one of the several that a worker holds. */
  readonly modelStage: number;
  /** Null for work that belongs to no single micro-batch (the optimizer step, a collective). */
  readonly microBatch: MicroBatch | null;
  /** Training iteration, from 0. */
  readonly iteration: number;
  readonly duration: number;
  /** Ids of the tasks that must have ended. */
  readonly after: readonly string[];
}

/** A task with its place on the timeline; `end − start` is its duration. */
export interface Job extends Task {
  readonly start: number;
  readonly end: number;
}

export interface Schedule {
  readonly workers: readonly Worker[];
  /** Workers that are dead for the whole schedule. */
  readonly failed: readonly Worker[];
  readonly jobs: readonly Job[];
}

export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** The name of a worker in the paper's figures, `W1_2`: pipeline 1, stage 2. */
export const workerName = ({ pipeline, stage }: Worker): string => `W${pipeline}_${stage}`;

/** What runs one job at a time: a worker's compute, or its network link, which works beside the compute. */
export const laneOf = ({ worker, kind }: Pick<Task, 'worker' | 'kind'>): string =>
  workerName(worker) + (kind === 'communication' ? ' link' : '');

/** The jobs on the compute lane of `worker`, in the order in which they run. */
export function jobsOf(schedule: Schedule, worker: Worker): Job[] {
  const lane = workerName(worker);
  return schedule.jobs.filter((job) => laneOf(job) === lane).sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The time at which the last job ends, 0 if there is none. */
export const makespan = (jobs: readonly Job[]): number => jobs.reduce((latest, job) => Math.max(latest, job.end), 0);

/** The time at which the first job of training iteration `iteration` starts, Infinity if there is none. */
export const iterationStart = (jobs: readonly Job[], iteration: number): number =>
  jobs.reduce((first, job) => (job.iteration === iteration ? Math.min(first, job.start) : first), Infinity);

/** The time that the jobs take together, with no regard to when they run. */
export const totalWork = (jobs: readonly Task[]): number => jobs.reduce((sum, job) => sum + job.duration, 0);

/** The bubbles of `worker`: the intervals within `window` (default: the whole schedule) in which it computes nothing. */
export function idleIntervals(schedule: Schedule, worker: Worker, window?: Interval): Interval[] {
  const { start, end } = window ?? { start: 0, end: makespan(schedule.jobs) };
  const idle: Interval[] = [];
  let free = start;
  for (const job of jobsOf(schedule, worker)) {
    if (Math.min(job.start, end) > free) idle.push({ start: free, end: Math.min(job.start, end) });
    free = Math.max(free, job.end);
  }
  if (free < end) idle.push({ start: free, end });
  return idle;
}

/** The share of `window` (default: the whole schedule) in which `worker` is idle, in [0, 1]; 0 for an empty window. */
export function bubbleShare(schedule: Schedule, worker: Worker, window?: Interval): number {
  const { start, end } = window ?? { start: 0, end: makespan(schedule.jobs) };
  const idle = idleIntervals(schedule, worker, { start, end }).reduce((sum, gap) => sum + gap.end - gap.start, 0);
  return end > start ? idle / (end - start) : 0;
}

/** What a job does to the number of micro-batches whose activations its worker keeps. */
export function activationChange(kind: JobKind): 1 | 0 | -1 {
  if (kind === 'forward') return 1;
  return kind === 'backward' || kind === 'backward-weight' ? -1 : 0;
}

/**
 * The largest number of micro-batches whose activations `worker` keeps at once: from the start of the forward to the
 * end of the backward that last reads them (with a split backward, that of the weights).
 */
export function peakActivations(schedule: Schedule, worker: Worker): number {
  let kept = 0;
  return jobsOf(schedule, worker).reduce((peak, { kind }) => Math.max(peak, (kept += activationChange(kind))), 0);
}
