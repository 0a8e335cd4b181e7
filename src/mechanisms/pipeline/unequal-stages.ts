/** 1F1B with stages that take different times. Left out: transfers between stages, the optimizer step. */
import { timeInOrder } from './in-order.ts';
import { microBatchTasks } from './micro-batch-tasks.ts';
import { oneFOneBOrder } from './one-f-one-b.ts';
import type { Schedule, Task } from './schedule.ts';

/** Forward and backward time of one micro-batch at a stage. */
export interface StageTime {
  readonly tF: number;
  readonly tB: number;
}

/** The tasks of B micro-batches through the stages, in the order of micro-batches. */
export function unequalTasks(stages: readonly StageTime[], B: number): Task[] {
  const passage = {
    p: stages.length,
    tF: 1,
    tBInput: 1,
    tBWeight: 0,
    iteration: 0,
    decoupled: false,
    workerAt: (stage: number) => ({ pipeline: 0, stage }),
    opensWith: () => [],
  };
  const equal = Array.from({ length: B }, (_, index) => microBatchTasks({ pipeline: 0, index }, passage)).flat();
  return equal.map((task) => {
    const { tF, tB } = stages[task.modelStage]!;
    return { ...task, duration: task.kind === 'forward' ? tF : tB };
  });
}

/** The 1F1B schedule of B micro-batches, stage i of S running its own S − 1 − i forwards ahead. */
export function unequalOneFOneB(stages: readonly StageTime[], B: number): Schedule {
  const tasks = unequalTasks(stages, B);
  const rows = stages.map((_, stage) =>
    oneFOneBOrder(stage, stages.length, B).map(([kind, i]) =>
      tasks.find((task) => task.modelStage === stage && task.kind === kind && task.microBatch?.index === i)!,
    ),
  );
  return { workers: stages.map((_, stage) => ({ pipeline: 0, stage })), failed: [], jobs: timeInOrder(rows) };
}
