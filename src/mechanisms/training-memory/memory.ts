/**
 * ZeRO-DP: the bytes of model states per GPU at each stage, the largest model that fits, and who holds which shard
 * (Rajbhandari et al., SC 2020, Sec. 3.1 and 5). A GB here and in the paper is 10⁹ bytes, not 2³⁰.
 *
 * Left out is what the paper calls residual states (Sec. 3.2), the business of ZeRO-R and no part of these formulas:
 * activations, temporary buffers (stage 3 must also hold the layers that it has just gathered; `zeroStep` counts them)
 * and fragmented memory. A model whose states just fit therefore does not train.
 */
import { partition } from '#mechanisms/parallelism/partition.ts';
import type { Slice } from '#mechanisms/parallelism/partition.ts';
import { bytesPerParameter, kinds } from './precision-recipes.ts';
import type { Kind, PrecisionRecipe } from './precision-recipes.ts';

// #region zero-stages
/** Which kinds each stage shards over the data-parallel ranks: stage 0 is plain data parallelism, each adds a kind. */
export const zeroStages = [
  { stage: 0, name: 'DP', sharded: [] },
  { stage: 1, name: 'P_os', sharded: ['optimizerStates'] },
  { stage: 2, name: 'P_os+g', sharded: ['optimizerStates', 'gradients'] },
  { stage: 3, name: 'P_os+g+p', sharded: ['optimizerStates', 'gradients', 'parameters'] },
] as const satisfies readonly { stage: number; name: string; sharded: readonly Kind[] }[];

export type Stage = (typeof zeroStages)[number]['stage'];

/** Whether a stage cuts a kind into one shard per rank instead of keeping a copy on every rank. */
export function isSharded(stage: Stage, kind: Kind): boolean {
  return (zeroStages[stage].sharded as readonly Kind[]).includes(kind);
}
// #endregion zero-stages

/** How a model is trained. */
export interface TrainingSetup {
  readonly recipe: PrecisionRecipe;
  readonly stage: Stage;
  /** N_d, the data-parallel degree: ranks that share the states of one model (part). */
  readonly Nd: number;
  /** N_m, the model-parallel degree: parts that the model itself is cut into, assumed equal; 1 unless given. */
  readonly Nm?: number;
}

// #region model-state-bytes
/**
 * Bytes of model states per GPU, by kind, for a model of Ψ = `psi` parameters: a replicated kind costs its bytes per
 * parameter times Ψ, a sharded kind 1/N_d of that (Sec. 5.1–5.3); model parallelism divides all by N_m (Sec. 5.4). The
 * average over ranks: where N_d does not divide Ψ, the ranks of `shardMap` differ from it by less than one parameter.
 *
 * Throws a RangeError unless Ψ ≥ 0 and N_d, N_m are whole numbers ≥ 1.
 */
export function modelStateBytes(psi: number, setup: TrainingSetup): Record<Kind, number> {
  if (!(psi >= 0)) throw new RangeError(`a model cannot have ${psi} parameters`);
  const { recipe, stage, Nd, Nm = 1 } = checked(setup);
  const bytes = bytesPerParameter(recipe);
  const perGpu = (kind: Kind): number => (psi * bytes[kind]) / (isSharded(stage, kind) ? Nd * Nm : Nm);
  return {
    parameters: perGpu('parameters'),
    gradients: perGpu('gradients'),
    optimizerStates: perGpu('optimizerStates'),
  };
}
// #endregion model-state-bytes

/** The sum over kinds. */
export function totalBytes(byKind: Readonly<Record<Kind, number>>): number {
  return kinds.reduce((sum, kind) => sum + byKind[kind], 0);
}

// #region largest-model
/**
 * The largest Ψ, a whole number of parameters, whose model states fit into `memory` bytes per GPU: an upper bound, for
 * activations and buffers need room too (Table 2). Throws a RangeError unless memory ≥ 0 and N_d, N_m are whole and ≥ 1.
 */
export function largestModel(memory: number, setup: TrainingSetup): number {
  if (!(memory >= 0)) throw new RangeError(`a GPU cannot have ${memory} bytes`);
  const { recipe, stage, Nd, Nm = 1 } = checked(setup);
  const bytes = bytesPerParameter(recipe);
  // Bytes of one parameter summed over the N_d ranks: whole numbers, so that the quotient is rounded only once.
  const overAllRanks = kinds.reduce((sum, kind) => sum + bytes[kind] * (isSharded(stage, kind) ? 1 : Nd), 0);
  return Math.floor((memory * Nd * Nm) / overAllRanks);
}
// #endregion largest-model

// #region shard-map
/** The slice of `length` elements of a kind that each of N_d ranks holds: all of them, or its own shard. */
export function heldSlices(kind: Kind, length: number, Nd: number, stage: Stage): Slice[] {
  const shards = partition(length, Nd);
  return isSharded(stage, kind) ? shards : shards.map(() => ({ start: 0, end: length }));
}

/**
 * Which slice of each kind every rank holds between two steps: map[rank][kind], over `length` parameters laid end to
 * end (a layer, or a whole model). Throws a RangeError unless `length` is whole and ≥ 0 and N_d whole and ≥ 1.
 */
export function shardMap(length: number, Nd: number, stage: Stage): Record<Kind, Slice>[] {
  const parameters = heldSlices('parameters', length, Nd, stage);
  const gradients = heldSlices('gradients', length, Nd, stage);
  const optimizerStates = heldSlices('optimizerStates', length, Nd, stage);
  return parameters.map((slice, rank) => ({
    parameters: slice,
    gradients: gradients[rank]!,
    optimizerStates: optimizerStates[rank]!,
  }));
}
// #endregion shard-map

function checked(setup: TrainingSetup): TrainingSetup {
  for (const degree of [setup.Nd, setup.Nm ?? 1]) {
    if (!Number.isSafeInteger(degree) || degree < 1) throw new RangeError(`${degree} is no number of ranks`);
  }
  return setup;
}
