/**
 * ReCycle (Gandhi et al., SOSP 2024): training goes on when workers fail, with no spares and unchanged mathematics.
 * A dead worker's data-parallel peers hold the same weights and have bubbles; its micro-batches go there.
 *
 * Modelled: D pipelines × p equal stages × m micro-batches; any set of dead workers that leaves each stage one alive;
 * the three techniques as switches; a limit on kept activations; several iterations, so that a steady state shows.
 * Left out: detection and the switch from one schedule to another, transfers (no time), the all-reduce as a job of its
 * own (count it in t_opt), and failure normalisation (a dynamic program that decides where failures are placed).
 * The paper's planner then places jobs with a mixed-integer linear program. A greedy list scheduler stands in for it
 * here: its schedules are valid, not always the shortest; recycle-cost.ts bounds how far off they can be.
 */
import { listSchedule } from './list-schedule.ts';
import { microBatchTasks } from './micro-batch-tasks.ts';
import type { StageTimes } from './micro-batch-tasks.ts';
import { workerName } from './schedule.ts';
import type { JobKind, MicroBatch, Schedule, Task, Worker } from './schedule.ts';

export interface RecycleSetup extends StageTimes {
  /** Data-parallel pipelines. */
  readonly D: number;
  /** Stages per pipeline. */
  readonly p: number;
  /** Micro-batches per pipeline and iteration. */
  readonly m: number;
  /** Optimizer step of a stage, with the all-reduce of its gradients. */
  readonly tOpt: number;
  readonly failed: readonly Worker[];
  readonly decoupledBackProp: boolean;
  readonly staggeredOptimizer: boolean;
  /** The most micro-batches whose activations a worker can keep; Infinity by default. */
  readonly memory?: number;
}

// #region adaptive-pipelining
/** The pipelines alive at `stage`: they hold the same weights, so each can do the others' work. */
export function livePeers({ D, failed }: RecycleSetup, stage: number): number[] {
  const dead = failed.filter((worker) => worker.stage === stage).map((worker) => worker.pipeline);
  return range(D).filter((d) => !dead.includes(d));
}

/** Who does a micro-batch at `stage`, both ways: its own pipeline, or the live peers in turn. */
export function executor(setup: RecycleSetup, { pipeline, index }: MicroBatch, stage: number): Worker {
  const live = livePeers(setup, stage);
  if (live.includes(pipeline)) return { pipeline, stage };
  const deadBefore = range(pipeline).filter((d) => !live.includes(d)).length;
  const turn = deadBefore * setup.m + index;
  return { pipeline: live[turn % live.length]!, stage };
}
// #endregion adaptive-pipelining

/**
 * All the tasks of `iterations` iterations.
 *
 * @throws RangeError if a size is not a positive integer, a time is not positive (t_opt may be 0), memory is below 1, a
 * failed worker does not exist, or a stage has no live worker left.
 */
export function recycleTasks(setup: RecycleSetup, iterations = 1): Task[] {
  check(setup, iterations);
  return range(iterations).flatMap((iteration) => {
    const compute = microBatches(setup).flatMap((microBatch) =>
      microBatchTasks(microBatch, {
        ...setup,
        iteration,
        decoupled: setup.decoupledBackProp,
        workerAt: (stage) => executor(setup, microBatch, stage),
        opensWith: (worker) => (iteration > 0 ? [optimizerId(worker, iteration - 1)] : []),
      }),
    );
    return [...compute, ...optimizerTasks(setup, compute, iteration)];
  });
}

// #region staggered-optimizer
/** A step per live worker, after the gradients of its own stage (staggered) or of all (barrier). */
function optimizerTasks(setup: RecycleSetup, compute: readonly Task[], iteration: number): Task[] {
  const gradients = compute.filter(({ kind }) => kind === 'backward' || kind === 'backward-weight');
  return liveWorkers(setup).map((worker) => {
    const awaited = gradients.filter(({ modelStage }) => !setup.staggeredOptimizer || modelStage === worker.stage);
    return {
      id: optimizerId(worker, iteration),
      kind: 'optimizer',
      worker,
      modelStage: worker.stage,
      microBatch: null,
      iteration,
      duration: setup.tOpt,
      after: awaited.map(({ id }) => id),
    };
  });
}
// #endregion staggered-optimizer

// #region priorities
/** Input gradients first, as the stage above waits; then forwards; weight gradients fill gaps. */
const rank: Record<JobKind, number> = {
  optimizer: 0,
  communication: 0,
  backward: 1,
  'backward-input': 1,
  forward: 2,
  'backward-weight': 3,
};

/** Within a kind: the earlier micro-batch, then the lower pipeline. No two tasks tie. */
function compare(a: Task, b: Task): number {
  const [x, y] = [a.microBatch, b.microBatch];
  return (
    a.iteration - b.iteration ||
    rank[a.kind] - rank[b.kind] ||
    (x?.index ?? 0) - (y?.index ?? 0) ||
    (x?.pipeline ?? 0) - (y?.pipeline ?? 0)
  );
}
// #endregion priorities

/**
 * The schedule of `iterations` iterations, the first from a cold start. With no failure, stage s keeps at most p − s
 * micro-batches, so that the coupled schedule is 1F1B (a decoupled one is shorter, failure or not); with a failure, up
 * to `memory`. Throws like `recycleTasks`.
 */
export function recycle(setup: RecycleSetup, iterations = 1): Schedule {
  const memory = setup.memory ?? Infinity;
  const depth = ({ stage }: Worker): number => (setup.failed.length > 0 ? memory : Math.min(memory, setup.p - stage));
  const jobs = listSchedule(recycleTasks(setup, iterations), { compare, activationLimit: depth });
  return { workers: allWorkers(setup), failed: setup.failed, jobs };
}

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

const optimizerId = (worker: Worker, iteration: number): string => `O ${iteration}:${workerName(worker)}`;

/** The micro-batches of one iteration, D · m of them. */
export const microBatches = ({ D, m }: RecycleSetup): MicroBatch[] =>
  range(m).flatMap((index) => range(D).map((pipeline) => ({ pipeline, index })));

const allWorkers = ({ D, p }: RecycleSetup): Worker[] =>
  range(D).flatMap((pipeline) => range(p).map((stage) => ({ pipeline, stage })));

/** The workers that compute, by stage. */
export const liveWorkers = (setup: RecycleSetup): Worker[] =>
  range(setup.p).flatMap((stage) => livePeers(setup, stage).map((pipeline) => ({ pipeline, stage })));

function check(setup: RecycleSetup, iterations: number): void {
  const { D, p, m, tF, tBInput, tBWeight, tOpt, memory = Infinity } = setup;
  if (![D, p, m, iterations].every((n) => Number.isInteger(n) && n > 0) || !(memory >= 1))
    throw new RangeError('D, p, m and the number of iterations are positive integers, and memory is at least 1.');
  if (!(tF > 0 && tBInput > 0 && tBWeight > 0 && tOpt >= 0))
    throw new RangeError('Times are positive; t_opt may be 0.');
  const known = new Set(allWorkers(setup).map(workerName));
  const stranger = setup.failed.find((worker) => !known.has(workerName(worker)));
  if (stranger) throw new RangeError(`There is no worker ${workerName(stranger)} in ${D} pipelines of ${p} stages.`);
  const lost = range(p).find((stage) => livePeers(setup, stage).length === 0);
  if (lost !== undefined)
    throw new RangeError(`Stage ${lost} has lost all ${D} of its workers: no live peer holds its weights.`);
}
