import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { tensorParallel } from '#mechanisms/parallelism/conjugate-operators.ts';
import { cutMlp, parallelMlp, rowFirstMlp } from '#mechanisms/parallelism/parallel-mlp.ts';
import { cutLayer, drawLayer, layerBackward, layerForward } from '#mechanisms/parallelism/parallel-layer.ts';
import { TensorParallelGroup } from '#mechanisms/parallelism/tensor-parallel-group.ts';
import type { Kind } from '#draw/palette.ts';
import type { GptShape } from '#mechanisms/training-memory/gpt-shape.ts';

/** The worked example of the page: two tokens, h = 2, four hidden units, two ranks. */
export const X = Matrix.of([
  [1, 1],
  [1, -1],
]);
export const weights = {
  A: Matrix.of([
    [2, 1, 0, 1],
    [-1, 1, 1, -2],
  ]),
  B: Matrix.of([
    [1, 1],
    [0, 1],
    [2, -1],
    [1, 1],
  ]),
};
export const RANKS = 2;
export const rankKinds: readonly Kind[] = ['item-1', 'item-2'];

/** The example run on its ranks. */
export function exampleRun() {
  const group = new TensorParallelGroup(RANKS);
  const shards = cutMlp(weights, RANKS);
  const copies = Array.from({ length: RANKS }, () => X);
  return { shards, group, trace: parallelMlp(copies, shards, tensorParallel, group) };
}

/** Table 1 of the paper; v is the padded vocabulary and s the sequence length (§4.2, §5.1). */
export const models = {
  '1.2B': { h: 1536, a: 16, L: 40, s: 1024, v: 51_200 },
  '2.5B': { h: 1920, a: 20, L: 54, s: 1024, v: 51_200 },
  '4.2B': { h: 2304, a: 24, L: 64, s: 1024, v: 51_200 },
  '8.3B': { h: 3072, a: 32, L: 72, s: 1024, v: 51_200 },
} as const satisfies Record<string, GptShape>;

/** Batch of one model replica (§5.1), FLOP/s of the one-GPU baseline (§5.1.1), bandwidth within a server (§5). */
export const BATCH = 8;
export const BASELINE = 39e12;
export const NVSWITCH = 300e9;

/** A small layer run forward and backward on t ranks and on one: how far apart the results are, and what was sent. */
export function layerRun(t: number) {
  const [s, h, a] = [4, 16, 4];
  const { normal } = createRandom(5);
  const input = Matrix.from(s, h, () => normal());
  const whole = drawLayer(h, a, 9);
  const on = (ranks: number) => {
    const group = new TensorParallelGroup(ranks);
    const copies = Array.from({ length: ranks }, () => input);
    const shards = cutLayer(whole, ranks);
    const trace = layerForward(copies, shards, tensorParallel, group);
    return { group, trace, ...layerBackward(trace, shards, copies, tensorParallel, group) };
  };
  const [one, many] = [on(1), on(t)];
  return {
    bsh: s * h,
    calls: many.group.calls,
    outputDistance: many.trace.output[0]!.distance(one.trace.output[0]!),
    gradientDistance: many.dX[0]!.distance(one.dX[0]!),
  };
}

/** What cutting A by rows sends in the forward pass of an MLP of 4h, over what cutting it by columns sends. */
export function rowFirstRatio(): number {
  const [h, t] = [4, 2];
  const { mlp } = drawLayer(h, 1, 1);
  const input = Matrix.from(2, h, (i, j) => i - j);
  const [rows, columns] = [new TensorParallelGroup(t), new TensorParallelGroup(t)];
  rowFirstMlp(input, mlp, rows, true);
  parallelMlp([input, input], cutMlp(mlp, t), tensorParallel, columns);
  return rows.sent()[0]! / columns.sent()[0]!;
}
