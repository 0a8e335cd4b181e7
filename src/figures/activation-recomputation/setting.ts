import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { tensorParallel, type ConjugatePair } from '#mechanisms/parallelism/conjugate-operators.ts';
import { cutLayer, drawLayer, layerBackward, layerForward } from '#mechanisms/parallelism/parallel-layer.ts';
import { sequenceParallel } from '#mechanisms/parallelism/sequence-parallel.ts';
import { cutRows } from '#mechanisms/parallelism/sharded-matrix.ts';
import { TensorParallelGroup } from '#mechanisms/parallelism/tensor-parallel-group.ts';
import { firstStageBytes, type Keeping } from '#mechanisms/training-memory/activation-memory.ts';
import { gptParameters, type GptShape } from '#mechanisms/training-memory/gpt-shape.ts';
import { modelStateBytes, totalBytes } from '#mechanisms/training-memory/memory.ts';
import { precisionRecipes } from '#mechanisms/training-memory/precision-recipes.ts';

/** A row of Table 3, with the seconds an iteration and the utilizations of Table 5. */
export interface Model extends GptShape {
  /** b: sequences of a micro-batch; B: of the batch. */
  readonly b: number;
  readonly B: number;
  readonly gpus: number;
  /** p stages, m interleaved chunks in each. */
  readonly p: number;
  readonly m: number;
  readonly seconds: { readonly full: number; readonly present: number };
}

const s = 2048;
const v = 51_200;
export const models = {
  '22B': { L: 48, h: 6144, a: 64, s, v, b: 4, B: 4, gpus: 8, p: 1, m: 1, seconds: { full: 1.42, present: 1.1 } },
  '175B': {
    L: 96,
    h: 12_288,
    a: 96,
    s,
    v,
    b: 1,
    B: 64,
    gpus: 64,
    p: 8,
    m: 3,
    seconds: { full: 18.13, present: 13.75 },
  },
  '530B': {
    L: 105,
    h: 20_480,
    a: 128,
    s,
    v,
    b: 1,
    B: 280,
    gpus: 280,
    p: 35,
    m: 3,
    seconds: { full: 49.05, present: 37.83 },
  },
  '1T': {
    L: 128,
    h: 25_600,
    a: 160,
    s,
    v,
    b: 1,
    B: 512,
    gpus: 512,
    p: 64,
    m: 1,
    seconds: { full: 94.42, present: 71.49 },
  },
} as const satisfies Record<string, Model>;
export type ModelName = keyof typeof models;
export const modelNames = Object.keys(models) as ModelName[];

/** t = 8 for every model (§6). */
export const T = 8;
export const A100 = { memory: 80e9, flops: 312e12 };

/** The rows of Table 2 on eight ranks. */
export const keepings = {
  tensor: { t: T, sequenceParallel: false, recomputation: 'none' },
  sequence: { t: T, sequenceParallel: true, recomputation: 'none' },
  selective: { t: T, sequenceParallel: false, recomputation: 'selective' },
  both: { t: T, sequenceParallel: true, recomputation: 'selective' },
  full: { t: T, sequenceParallel: false, recomputation: 'full' },
} as const satisfies Record<string, Keeping>;

/** Activations of a model's first stage, in bytes a GPU. */
export const activations = (name: ModelName, keeping: Keeping): number => {
  const model: Model = models[name];
  return firstStageBytes(model, model.b, keeping, model.p, model.m);
};

/** Parameters, gradients and optimizer states at 16 bytes a parameter, spread evenly over the GPUs. */
export const states = (name: ModelName): number => {
  const recipe = precisionRecipes['mixed-precision-adam'];
  return totalBytes(modelStateBytes(gptParameters(models[name]), { recipe, stage: 0, Nd: 1, Nm: models[name].gpus }));
};

/** A small layer run forward and backward: its trace on every rank, and the group's log. */
export function layerRun(t: number, pair: ConjugatePair) {
  const [tokens, h, a] = [8, 16, 4];
  const input = Matrix.from(tokens, h, (i, j) => Math.sin(3 * i + 2 * j));
  const share = pair === sequenceParallel ? cutRows(input, t) : Array.from({ length: t }, () => input);
  const group = new TensorParallelGroup(t);
  const W = cutLayer(drawLayer(h, a, 4), t);
  const trace = layerForward(share, W, pair, group);
  layerBackward(trace, W, share, pair, group);
  return { s: tokens, h, trace, calls: group.calls, sent: group.sent()[0]! };
}
export { sequenceParallel, tensorParallel };
