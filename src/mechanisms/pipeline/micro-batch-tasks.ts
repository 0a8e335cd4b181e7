import type { MicroBatch, Task, Worker } from './schedule.ts';

/**
 * Time of one micro-batch at one stage, the same at all stages: forward, gradient with respect to the input, gradient
 * with respect to the weights. A whole backward takes t_B = t_Binput + t_Bweight.
 */
export interface StageTimes {
  readonly tF: number;
  readonly tBInput: number;
  readonly tBWeight: number;
}

export interface Passage extends StageTimes {
  /** Number of stages. */
  readonly p: number;
  readonly iteration: number;
  /** Split every backward in two (ReCycle's Decoupled BackProp)? */
  readonly decoupled: boolean;
  /** The worker that does this micro-batch's work at a stage, forward and backward. */
  readonly workerAt: (stage: number) => Worker;
  /** Ids of what must end before a worker may start a forward of this iteration. */
  readonly opensWith: (worker: Worker) => readonly string[];
}

/** The tasks of one micro-batch through p stages: p forwards down, then the backwards up (2p tasks, 3p decoupled). */
export function microBatchTasks(microBatch: MicroBatch, passage: Passage): Task[] {
  const { p, iteration, decoupled, tF, tBInput, tBWeight } = passage;
  return Array.from({ length: p }, (_, s) => {
    const worker = passage.workerAt(s);
    const id = (letter: string, stage = s): string =>
      `${letter} ${iteration}:${microBatch.pipeline}.${microBatch.index}@${stage}`;
    const task = (kind: Task['kind'], letter: string, duration: number, after: readonly string[]): Task => ({
      id: id(letter),
      kind,
      worker,
      modelStage: s,
      microBatch,
      iteration,
      duration,
      after,
    });
    const above = s > 0 ? [id('F', s - 1)] : [];
    const below = (letter: string): string[] => (s < p - 1 ? [id(letter, s + 1)] : []);

    // #region decoupled-backprop
    // The stage above waits for the input gradient I; in the pass nobody waits for W.
    const forward = task('forward', 'F', tF, [...above, ...passage.opensWith(worker)]);
    if (!decoupled) return [forward, task('backward', 'B', tBInput + tBWeight, [id('F'), ...below('B')])];
    return [
      forward,
      task('backward-input', 'I', tBInput, [id('F'), ...below('I')]),
      task('backward-weight', 'W', tBWeight, [id('I')]),
    ];
    // #endregion decoupled-backprop
  }).flat();
}
