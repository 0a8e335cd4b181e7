/**
 * A model wrapped for FSDP (Zhao et al., PVLDB 2023, Sec. 3.2): its layers cut into units, each unit one FlatParameter
 * over F of the W ranks, and what wrapping costs in memory. All numbers are elements; multiply by bytes as needed.
 */
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { layOut, shard, viewsInto } from '#mechanisms/parallelism/flat-parameter.ts';
import type { FlatLayout, Parameter } from '#mechanisms/parallelism/flat-parameter.ts';
import { shardingGroups } from '#mechanisms/parallelism/hybrid-sharding.ts';
import { initialAdamStates } from './adam.ts';
import type { AdamStates } from './adam.ts';

export interface FsdpModel {
  readonly W: number;
  readonly F: number;
  /** One FlatParameter each; in the order of the forward pass. */
  readonly units: readonly FlatLayout[];
  /** states[rank][unit]: Adam over the rank's shard, ψ/F elements; its `p32` is the shard itself. */
  readonly states: readonly (readonly AdamStates[])[];
  /** Steps taken. */
  readonly t: number;
}

/**
 * Wraps layers into units of the given numbers of layers and hands out shards. Throws a RangeError unless F divides W
 * and the units take up all layers.
 */
export function wrap(layers: readonly Matrix[], layersPerUnit: readonly number[], W: number, F: number): FsdpModel {
  if (layersPerUnit.reduce((a, b) => a + b, 0) !== layers.length) throw new RangeError('units must hold every layer');
  const groups = shardingGroups(W, F);
  let next = 0;
  const wrapped = layersPerUnit.map((count) => {
    const parameters = layers.slice(next, (next += count)).map(asParameter);
    const layout = layOut(parameters, F);
    return { layout, shards: shard(parameters, layout) };
  });
  const states = groups.flatMap((group) =>
    group.map((_, place) => wrapped.map(({ shards }) => initialAdamStates(shards[place]!))),
  );
  return { W, F, units: wrapped.map(({ layout }) => layout), states, t: 0 };
}

const asParameter = (W: Matrix, layer: number): Parameter => ({
  name: `W${layer}`,
  shape: [W.rows, W.cols],
  values: W.toRows().flat(),
});

/** The layers of a unit, [d_in, d_out] each, as views into its whole FlatParameter. */
export function layersOf(flat: readonly number[], layout: FlatLayout): Matrix[] {
  return viewsInto(flat, layout).map(
    ({ shape, values }) => new Matrix(shape[0]!, shape[1]!, Float64Array.from(values)),
  );
}

/** All layers of the model, put together from the shards of the first sharding group. */
export function wholeLayers({ F, units, states }: FsdpModel): Matrix[] {
  return units.flatMap((layout, unit) =>
    layersOf(
      states.slice(0, F).flatMap((own) => own[unit]!.p32),
      layout,
    ),
  );
}

// #region peak-parameters
/**
 * The most parameter elements that a rank ever holds: its shard of every unit, and the largest unit gathered (Sec.
 * 3.2.1). `gathered` > 1 counts that many neighbours, as when the next unit is prefetched. At F = 1 nothing is gathered.
 * With `bytes`, the native mixed precision of Sec. 4: shards in full, gathered units in low precision.
 */
export function peakParameters(psi: readonly number[], F: number, gathered = 1, bytes = { full: 1, low: 1 }): number {
  const shards = psi.reduce((sum, size) => sum + size / F, 0);
  const together = psi.map((_, i) => psi.slice(i, i + gathered).reduce((a, b) => a + b, 0));
  return bytes.full * shards + (F > 1 ? bytes.low * Math.max(...together) : 0);
}
// #endregion peak-parameters
