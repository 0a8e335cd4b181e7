import { formatPercent } from '#draw/format.ts';
import {
  faultScaledTime,
  iterationBound,
  iterationTime,
  passBound,
  passTime,
  slowdown,
} from '#mechanisms/pipeline/recycle-cost.ts';
import { recycle, type RecycleSetup } from '#mechanisms/pipeline/recycle.ts';
import { bubbleShare, type Worker } from '#mechanisms/pipeline/schedule.ts';
import { decoupled, healthy, recycled, rerouted } from './talk.ts';

/** Pipelines of the example, and micro-batches per pipeline. */
export const D = rerouted.D;
const m = rerouted.m;

const regimes = { healthy, rerouted, decoupled, recycled };
type Regime = keyof typeof regimes;

const inEach = (measure: (setup: RecycleSetup) => number) =>
  Object.fromEntries(Object.entries(regimes).map(([name, setup]) => [name, measure(setup)])) as Record<Regime, number>;

const pass = inEach(passTime);
const iteration = inEach((setup) => iterationTime(setup));
const alone: RecycleSetup = { ...healthy, D: 1, m: 1 };
const doubled: RecycleSetup = { ...recycled, m: 2 * m };
const dead = (...failed: Worker[]): RecycleSetup => ({ ...recycled, failed });
const diagonal = dead({ pipeline: 0, stage: 0 }, { pipeline: 1, stage: 1 }, { pipeline: 2, stage: 2 });
const withMemory = (memory: number) => iterationTime({ ...recycled, memory });

/** The numbers of the text, from the mechanism. */
export const n = {
  pass,
  iteration,
  bound: inEach(passBound),
  iterationBound: iterationBound(recycled),
  faultScaled: faultScaledTime(recycled),
  /** How much longer than without failures a pass of `slots` is. */
  slower: (slots: number) => formatPercent(slots / pass.healthy - 1, 2),
  idle: formatPercent(bubbleShare(recycle({ ...healthy, tOpt: 0 }), { pipeline: 0, stage: 0 })),
  /** One micro-batch alone through four stages. */
  alone: { coupled: passTime(alone), decoupled: passTime({ ...alone, decoupledBackProp: true }) },
  doubled: {
    healthy: iterationTime({ ...healthy, m: 2 * m }),
    recycled: iterationTime(doubled),
    slower: formatPercent(slowdown(doubled), 2),
  },
  two: iterationTime(dead({ pipeline: 0, stage: 2 }, { pipeline: 1, stage: 2 })),
  diagonal: { time: iterationTime(diagonal), bound: iterationBound(diagonal) },
  splitHealthy: iterationTime(dead()),
  memory4: withMemory(4),
  memory5: withMemory(5),
  /** The fewest micro-batches whose activations must fit for the loss to vanish. */
  memoryNeeded: [4, 5, 6, 7, 8, 9].find((memory) => withMemory(memory) === iteration.healthy)!,
  /** The most micro-batches per pipeline at which one dead worker costs nothing, with 6 pipelines of 4 stages. */
  limit6: [12, 13, 14, 15, 16, 17, 18].findLast((size) => slowdown({ ...recycled, D: 6, m: size }) <= 0)!,
};
