import { recycled } from '#figures/recycle/talk.ts';
import {
  faultFree,
  faultScaledTime,
  iterationTime,
  load,
  timePerIteration,
} from '#mechanisms/pipeline/recycle-cost.ts';
import { livePeers, recycle, type RecycleSetup } from '#mechanisms/pipeline/recycle.ts';
import {
  idleIntervals,
  iterationStart,
  peakActivations,
  workerName,
  type Schedule,
  type Worker,
} from '#mechanisms/pipeline/schedule.ts';

const { D, p, m } = recycled;

/** All workers, pipeline by pipeline. */
export const workers: readonly Worker[] = Array.from({ length: D * p }, (_, i) => ({
  pipeline: Math.floor(i / p),
  stage: i % p,
}));

/** A worker's name in an address, where `_` separates fields. */
export const keyOf = ({ pipeline, stage }: Worker): string => `p${pipeline}s${stage}`;

/** With room for this many micro-batches no schedule of the example ever waits for memory. */
export const everything = D * m;

/** The iteration that is drawn: the third one, when the start from nothing has been forgotten. */
export const drawn = 2;

export interface State {
  failed: readonly string[];
  decoupled: boolean;
  staggered: boolean;
  memory: number;
}

export const healthyTime = iterationTime(faultFree(recycled));

/** The schedule of the surviving workers and what it costs; or, when a stage has no worker left, that stage. */
export function run(state: State) {
  const setup: RecycleSetup = {
    ...recycled,
    failed: workers.filter((worker) => state.failed.includes(keyOf(worker))),
    decoupledBackProp: state.decoupled,
    staggeredOptimizer: state.staggered,
    memory: state.memory,
  };
  const lost = Array.from({ length: p }, (_, stage) => stage).find((stage) => livePeers(setup, stage).length === 0);
  return {
    setup,
    lost,
    /** An iteration if throughput fell in proportion to the workers lost. */
    proportional: faultScaledTime(setup, healthyTime),
    training: lost === undefined ? train(setup) : undefined,
  };
}

export type Run = ReturnType<typeof run>;

function train(setup: RecycleSetup) {
  const whole = recycle(setup, drawn + 3);
  const near = whole.jobs.filter(({ iteration }) => Math.abs(iteration - drawn) <= 1);
  const [start, end] = [drawn, drawn + 1].map((iteration) => iterationStart(near, iteration)) as [number, number];
  const time = timePerIteration(whole);
  /** The iteration drawn, the one before and the one after. */
  const schedule = { ...whole, jobs: near };
  return {
    schedule,
    time,
    change: time / healthyTime - 1,
    shares: workers.map((worker) => shareOf(setup, schedule, worker, { start, end })),
  };
}

/** What one worker has to do in an iteration, to keep, and how long it idles. */
function shareOf(setup: RecycleSetup, schedule: Schedule, worker: Worker, window: { start: number; end: number }) {
  return {
    name: workerName(worker),
    dead: setup.failed.includes(worker),
    load: load(setup, worker),
    peak: peakActivations(schedule, worker),
    idle: idleIntervals(schedule, worker, window).reduce((sum, { start, end }) => sum + end - start, 0),
  };
}
