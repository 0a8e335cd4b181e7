/**
 * The two synchronous pipeline schedules that everything else is measured against.
 *
 * Modelled: p equal stages, m micro-batches, forward t_F and backward t_B per stage and micro-batch.
 * Left out: transfers between stages (they take no time), recomputation, and the optimizer step.
 * Both take (m + p − 1)(t_F + t_B), with a bubble share of (p − 1)/(m + p − 1) on every worker. They differ in memory:
 * stage s keeps the activations of m micro-batches in GPipe, of min(m, p − s) in 1F1B.
 */
import { timeInOrder } from './in-order.ts';
import { microBatchTasks } from './micro-batch-tasks.ts';
import type { Schedule, Task } from './schedule.ts';

export interface PipelineShape {
  /** Stages per pipeline. */
  readonly p: number;
  /** Micro-batches per pipeline. */
  readonly m: number;
  readonly tF: number;
  readonly tB: number;
  /** Data-parallel copies of the pipeline, all with the same schedule; 1 by default. */
  readonly D?: number;
}

export type Step = readonly ['forward' | 'backward', number];

// #region orders
/** What stage s of p runs, in order, in 1F1B: p − 1 − s forwards to warm up, then one forward, one backward. */
export function oneFOneBOrder(s: number, p: number, m: number): Step[] {
  const warmUp = Math.min(m, p - 1 - s);
  const order: Step[] = range(warmUp).map((i) => ['forward', i]);
  for (const i of range(m)) {
    if (warmUp + i < m) order.push(['forward', warmUp + i]);
    order.push(['backward', i]);
  }
  return order;
}

/** What a stage runs in GPipe: all forwards, then all backwards (first micro-batch first; the reverse is as long). */
export function gpipeOrder(m: number): Step[] {
  return [...range(m).map((i): Step => ['forward', i]), ...range(m).map((i): Step => ['backward', i])];
}
// #endregion orders

/** The 1F1B schedule of one iteration. Throws RangeError unless p, m and D are positive integers and times positive. */
export function oneFOneB(shape: PipelineShape): Schedule {
  return scheduleInOrder(shape, (s) => oneFOneBOrder(s, shape.p, shape.m));
}

/** The GPipe schedule of one iteration. Throws like `oneFOneB`. */
export function gpipe(shape: PipelineShape): Schedule {
  return scheduleInOrder(shape, () => gpipeOrder(shape.m));
}

/** (m + p − 1)(t_F + t_B): the length of both schedules. */
export const pipelineLength = ({ p, m, tF, tB }: PipelineShape): number => (m + p - 1) * (tF + tB);

/** All the tasks of an iteration of this shape, D · p · m forwards and as many backwards. */
export function pipelineTasks({ p, m, tF, tB, D = 1 }: PipelineShape): Task[] {
  if (![p, m, D].every((n) => Number.isInteger(n) && n > 0)) throw new RangeError('p, m and D are positive integers.');
  if (!(tF > 0 && tB > 0)) throw new RangeError('t_F and t_B are positive.');
  return range(D).flatMap((pipeline) =>
    range(m).flatMap((index) =>
      microBatchTasks(
        { pipeline, index },
        {
          p,
          tF,
          tBInput: tB,
          tBWeight: 0,
          iteration: 0,
          decoupled: false,
          workerAt: (stage) => ({ pipeline, stage }),
          opensWith: () => [],
        },
      ),
    ),
  );
}

function scheduleInOrder(shape: PipelineShape, orderOf: (s: number) => Step[]): Schedule {
  const tasks = pipelineTasks(shape);
  const workers = range(shape.D ?? 1).flatMap((pipeline) => range(shape.p).map((stage) => ({ pipeline, stage })));
  const rows = workers.map(({ pipeline, stage }) => {
    const own = tasks.filter(({ worker }) => worker.pipeline === pipeline && worker.stage === stage);
    return orderOf(stage).map(([kind, i]) => own.find((task) => task.kind === kind && task.microBatch?.index === i)!);
  });
  return { workers, failed: [], jobs: timeInOrder(rows) };
}

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
