import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { initialAdamStates } from './adam.ts';
import type { AdamStates } from './adam.ts';
import { heldSlices, isSharded } from './memory.ts';
import type { Stage } from './memory.ts';
import type { Kind } from './precision-recipes.ts';

/** What one rank holds between steps. */
export interface RankStates {
  /** [layer][element]: whole layers, or at stage 3 the rank's own slice of each. */
  readonly parameters: readonly (readonly number[])[];
  /** [layer]: whole, or from stage 1 on the rank's own slice. */
  readonly optimizer: readonly AdamStates[];
}

/** A model in training on N_d = `ranks.length` ranks. */
export interface ZeroTraining {
  readonly stage: Stage;
  /** [layer]: rows and columns of W; laid flat, row by row, W has ψ = rows · cols elements. */
  readonly shapes: readonly { readonly rows: number; readonly cols: number }[];
  readonly ranks: readonly RankStates[];
  /** Steps taken. */
  readonly t: number;
}

/** Hands a model, one matrix a layer, to N_d ranks, each its share. Throws a RangeError unless N_d is whole and ≥ 1. */
export function startTraining(layers: readonly Matrix[], Nd: number, stage: Stage): ZeroTraining {
  const flat = layers.map((W) => W.toRows().flat());
  const shares = (kind: Kind): number[][][] =>
    flat.map((values) => heldSlices(kind, values.length, Nd, stage).map(({ start, end }) => values.slice(start, end)));
  const [parameters, masters] = [shares('parameters'), shares('optimizerStates')]; // [layer][rank][element]
  const ranks = heldSlices('parameters', 0, Nd, stage).map((_, rank) => ({
    parameters: parameters.map((layer) => layer[rank]!),
    optimizer: masters.map((layer) => initialAdamStates(layer[rank]!)),
  }));
  return { stage, shapes: layers.map(({ rows, cols }) => ({ rows, cols })), ranks, t: 0 };
}

/** The model's layers as whole matrices, put together from the shards at stage 3. */
export function trainedLayers({ stage, shapes, ranks }: ZeroTraining): Matrix[] {
  const holders = isSharded(stage, 'parameters') ? ranks : ranks.slice(0, 1);
  return shapes.map(({ rows, cols }, layer) => {
    const values = holders.flatMap(({ parameters }) => parameters[layer]!);
    return new Matrix(rows, cols, Float64Array.from(values));
  });
}
