/** What ReCycle's schedules cost: the lengths that the paper compares, and bounds that no schedule can beat. */
import { executor, liveWorkers, microBatches, recycle } from './recycle.ts';
import type { RecycleSetup } from './recycle.ts';
import { makespan, workerName } from './schedule.ts';
import type { Schedule, Worker } from './schedule.ts';

/** The length of one pass (forwards and backwards, without the optimizer) from a cold start. */
export const passTime = (setup: RecycleSetup): number =>
  makespan(recycle(setup).jobs.filter(({ kind }) => kind !== 'optimizer'));

/**
 * The time per iteration in the long run: the distance between one iteration's optimizer step and the next on the same
 * worker, averaged over the later half of the iterations of `schedule`, the largest over the workers. Throws RangeError
 * if `schedule` has fewer than 2 iterations.
 */
export function timePerIteration({ jobs }: Schedule): number {
  const steps = jobs.filter(({ kind }) => kind === 'optimizer');
  const to = Math.max(...steps.map(({ iteration }) => iteration));
  const from = Math.ceil((to + 1) / 2) - 1;
  if (!(to >= 1)) throw new RangeError('A distance between iterations takes at least 2 of them.');
  const spans = [...Map.groupBy(steps, ({ worker }) => workerName(worker)).values()].map((own) => {
    const endOf = (iteration: number): number => own.find((step) => step.iteration === iteration)!.end;
    return (endOf(to) - endOf(from)) / (to - from);
  });
  return Math.max(...spans);
}

/**
 * `timePerIteration` of this setup. With several failures greedy iterations can alternate in length (30, 31, 30 …); more
 * of them then sharpen the average. Throws RangeError below 2.
 */
export const iterationTime = (setup: RecycleSetup, iterations = 8): number =>
  timePerIteration(recycle(setup, iterations));

/** The same training without failures: 1F1B, then the optimizer step of all stages together. */
export const faultFree = (setup: RecycleSetup): RecycleSetup => ({
  ...setup,
  failed: [],
  decoupledBackProp: false,
  staggeredOptimizer: false,
});

/** How much longer an iteration takes than without failures, in the long run: 0.08 means 8 % longer. */
export const slowdown = (setup: RecycleSetup): number => iterationTime(setup) / iterationTime(faultFree(setup)) - 1;

/** An iteration if throughput fell in proportion to the workers lost: the fault-scaled line of the talk (slide 31). */
export const faultScaledTime = (setup: RecycleSetup, faultFreeTime = iterationTime(faultFree(setup))): number =>
  (faultFreeTime * setup.D * setup.p) / liveWorkers(setup).length;

/** Micro-batches that a worker handles per iteration: its own m and its share of its dead peers'; 0 if it is dead. */
export const load = (setup: RecycleSetup, { pipeline, stage }: Worker): number =>
  microBatches(setup).filter((microBatch) => executor(setup, microBatch, stage).pipeline === pipeline).length;

// #region bounds
/**
 * No pass can be shorter. A worker at stage s waits s·t_F for its first forward, then has its
 * load to do; and after its last whole backward, s more follow upstream. A split backward can
 * end with a weight gradient that nobody waits for.
 */
export function passBound(setup: RecycleSetup): number {
  const { tF, tBInput, tBWeight, decoupledBackProp } = setup;
  const tB = tBInput + tBWeight;
  const perStage = decoupledBackProp ? tF : tF + tB;
  const busy = liveWorkers(setup).map((worker) => worker.stage * perStage + load(setup, worker) * (tF + tB));
  return Math.max(chain(setup), ...busy);
}

/** No iteration can be shorter: a worker has its load and its step to do; without stagger, after the pass. */
export function iterationBound(setup: RecycleSetup): number {
  const { tF, tBInput, tBWeight, tOpt, staggeredOptimizer } = setup;
  if (!staggeredOptimizer) return passBound(setup) + tOpt;
  const work = liveWorkers(setup).map((worker) => load(setup, worker) * (tF + tBInput + tBWeight));
  return Math.max(chain(setup), ...work) + tOpt;
}

/** One micro-batch down all p stages and back up to stage 0's weight gradient. */
const chain = ({ p, tF, tBInput, tBWeight, decoupledBackProp }: RecycleSetup): number =>
  p * (tF + tBInput) + (decoupledBackProp ? 1 : p) * tBWeight;
// #endregion bounds
