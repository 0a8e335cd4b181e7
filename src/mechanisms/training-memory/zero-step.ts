/**
 * One training step of ZeRO-DP at stages 0–3, executed on real numbers across N_d simulated ranks (Rajbhandari et al.,
 * SC 2020, Sec. 5 and 7). Every rank runs the whole model on its own mini-batch: ZeRO shards what is stored, never what
 * is computed. Each layer's parameters, laid flat, are cut into N_d slices, one per rank.
 *
 * Modelled: who holds what and when, in bytes of mixed-precision Adam (2 + 2 + 12), and every message of the ring.
 * Left out: rounding to fp16 (all numbers are doubles, so that stages can be compared to the last digits), loss scaling,
 * fusing layers into buckets, overlap of communication with computation, activations, the ring's receive buffers.
 */
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { allGather, allReduce, reduceScatter } from '#mechanisms/parallelism/collectives.ts';
import { adamStep } from './adam.ts';
import type { AdamSettings } from './adam.ts';
import { isSharded } from './memory.ts';
import { backwardLayer, forwardLayer, squaredError } from './perceptron.ts';
import type { Batch } from './perceptron.ts';
import { StepRecorder } from './step-recorder.ts';
import type { StepEvent } from './step-trace.ts';
import type { RankStates, ZeroTraining } from './zero-training.ts';

export interface ZeroStep {
  /** The model after the step. */
  readonly training: ZeroTraining;
  /** Mean over the ranks of the loss on their mini-batches, before the update. */
  readonly loss: number;
  /** All memory and communication events in order: see `peakBytes`, `memoryTimeline` and `volumePerRank`. */
  readonly trace: readonly StepEvent[];
}

// #region zero-step
/**
 * One step on batches[rank], a mini-batch of B examples for each rank. Whatever the stage, the result is that of one
 * process on all N_d · B examples. Throws a RangeError unless there is one mini-batch per rank, all of one size.
 */
export function zeroStep(training: ZeroTraining, batches: readonly Batch[], settings: AdamSettings): ZeroStep {
  if (batches.length !== training.ranks.length || batches.some(({ x }) => x.rows !== batches[0]!.x.rows)) {
    throw new RangeError('a step takes one mini-batch per rank, all of one size');
  }
  const record = new StepRecorder(training);
  holdStates(training, record);
  const activations = forward(training, batches, record);
  const errors = batches.map(({ y }, rank) => squaredError(activations.at(-1)![rank]!, y));
  const dOut = errors.map((error) => error.dOut);
  const gradients = backward(training, activations, dOut, record);
  const ranks = update(training, gradients, settings, record);
  const loss = errors.reduce((sum, error) => sum + error.loss, 0) / errors.length;
  return { training: { ...training, ranks, t: training.t + 1 }, loss, trace: record.trace };
}
// #endregion zero-step

/** What every rank holds before the step begins, and keeps after it. */
function holdStates({ shapes }: ZeroTraining, record: StepRecorder): void {
  shapes.forEach((_, layer) => {
    record.enter('before', layer);
    record.hold('parameters');
    record.hold('optimizerStates');
  });
}

// #region zero-forward
/** Activations [layer][rank], the input first. At stage 3 a layer is whole only while it is computed. */
function forward(training: ZeroTraining, batches: readonly Batch[], record: StepRecorder): Matrix[][] {
  const activations = [batches.map(({ x }) => x)];
  training.shapes.forEach((_, layer) => {
    record.enter('forward', layer);
    const W = gather(training, layer, record); // [rank]
    activations.push(activations[layer]!.map((a, rank) => forwardLayer(a, W[rank]!)));
    discard(training, record);
  });
  return activations;
}
// #endregion zero-forward

// #region zero-gather
/** A layer's whole W on every rank: already there, or at stage 3 all-gathered into a temporary buffer. */
function gather({ stage, shapes, ranks }: ZeroTraining, layer: number, record: StepRecorder): Matrix[] {
  const { rows, cols } = shapes[layer]!;
  let W = ranks.map(({ parameters }) => parameters[layer]!); // [rank][ψ, or the rank's slice]
  if (isSharded(stage, 'parameters')) {
    record.holdWhole('parameters');
    W = record.ran('all-gather', 'parameters', allGather(W));
  }
  return W.map((values) => new Matrix(rows, cols, Float64Array.from(values)));
}

/** Frees what `gather` took. */
function discard({ stage }: ZeroTraining, record: StepRecorder): void {
  if (isSharded(stage, 'parameters')) record.releaseWhole('parameters');
}
// #endregion zero-gather

// #region zero-backward
/** The gradients [layer][rank] to update with, summed over ranks: whole at stage 0, each rank's own slice after. */
function backward(training: ZeroTraining, a: Matrix[][], dOut: Matrix[], record: StepRecorder): number[][][] {
  const reduceAtOnce = isSharded(training.stage, 'gradients');
  const G: number[][][] = [];
  for (let layer = training.shapes.length - 1, d = dOut; layer >= 0; layer--) {
    record.enter('backward', layer);
    const W = gather(training, layer, record);
    const local = d.map((dRank, r) => backwardLayer(a[layer]![r]!, W[r]!, a[layer + 1]![r]!, dRank));
    d = local.map(({ da }) => da);
    G[layer] = local.map(({ dW }) => dW.toRows().flat()); // [rank][ψ]
    if (reduceAtOnce) record.holdWhole('gradients');
    discard(training, record);
    record.hold('gradients');
    if (reduceAtOnce) {
      G[layer] = record.ran('reduce-scatter', 'gradients', reduceScatter(G[layer]!));
      record.releaseWhole('gradients');
    }
  }
  return reduceAtOnce ? G : G.map((g, layer) => reduceAtEnd(training, layer, g, record));
}
// #endregion zero-backward

// #region zero-reduce-at-end
/** Stages 0 and 1 keep every local gradient to the end; stage 0 then needs the whole sum, stage 1 only a slice. */
function reduceAtEnd({ stage }: ZeroTraining, layer: number, g: number[][], record: StepRecorder): number[][] {
  record.enter('backward', layer);
  return isSharded(stage, 'optimizerStates')
    ? record.ran('reduce-scatter', 'gradients', reduceScatter(g))
    : record.ran('all-reduce', 'gradients', allReduce(g));
}
// #endregion zero-reduce-at-end

// #region zero-update
/** Adam on what each rank owns; where ranks keep whole parameters but own slices, an all-gather of the new slices. */
function update(training: ZeroTraining, G: number[][][], settings: AdamSettings, record: StepRecorder): RankStates[] {
  const { stage, shapes, ranks, t } = training;
  const spreadUpdates = isSharded(stage, 'optimizerStates') && !isSharded(stage, 'parameters');
  const optimizer = ranks.map((own, rank) =>
    own.optimizer.map((states, layer) => {
      const mean = G[layer]![rank]!.map((sum) => sum / ranks.length);
      return adamStep(states, mean, t + 1, settings);
    }),
  );
  const parameters = shapes.map((_, layer) => {
    record.enter('update', layer);
    record.release('gradients');
    const updated = optimizer.map((own) => [...own[layer]!.p32]); // [rank][ψ, or the rank's slice]
    return spreadUpdates ? record.ran('all-gather', 'parameters', allGather(updated)) : updated;
  });
  return ranks.map((_, rank) => ({ parameters: parameters.map((W) => W[rank]!), optimizer: optimizer[rank]! }));
}
// #endregion zero-update
