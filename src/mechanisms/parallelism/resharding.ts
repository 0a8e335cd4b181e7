/**
 * What it costs to bring a tensor from one layout into another (Alpa, Table 2). One step changes what a
 * single mesh axis does; the cheapest sequence of steps is a shortest path among the few specs of the tensor.
 */
import { allGatherTime, allToAllTime } from './mesh-collectives.ts';
import { cutBy, cuttingAxes, localShare, shardingSpecs, specName, withCut } from './sharding-spec.ts';
import type { Mesh, MeshAxis, ShardingSpec } from './sharding-spec.ts';

export interface ReshardingStep {
  readonly operation: 'slice' | 'all-to-all' | 'all-gather';
  readonly axis: MeshAxis;
  readonly to: ShardingSpec;
  /** For a tensor of one element; a tensor of M elements takes M times as long. */
  readonly time: number;
}

export interface Resharding {
  readonly steps: readonly ReshardingStep[];
  readonly time: number;
}

// #region resharding-steps
/**
 * All that one mesh axis can do to a tensor in the layout `spec`. A new cut falls within the pieces that a device
 * already holds, so it is the last of its tensor axis, and only a last cut can be undone (S01R becomes S0R, never S1R).
 */
export function reshardingSteps(spec: ShardingSpec, mesh: Mesh): ReshardingStep[] {
  return cuttingAxes(mesh).flatMap((axis): ReshardingStep[] => {
    const from = cutBy(spec, axis);
    if (from >= 0 && spec[from]!.at(-1) !== axis) return [];
    const without = spec.map((axes) => axes.filter((other) => other !== axis));
    const cuts = without
      .map((axes, a) => ({ a, fits: a !== from && axes.every((other) => other < axis) }))
      .flatMap(({ a, fits }) => (fits ? [withCut(without, a, axis)] : []));
    if (from < 0) return cuts.map((to) => ({ operation: 'slice', axis, to, time: 0 }));
    const swap = allToAllTime(localShare(spec, mesh), axis, mesh);
    const gather = allGatherTime(localShare(without, mesh), axis, mesh);
    return [
      { operation: 'all-gather', axis, to: without, time: gather },
      ...cuts.map((to): ReshardingStep => ({ operation: 'all-to-all', axis, to, time: swap })),
    ];
  });
}
// #endregion resharding-steps

/**
 * The cheapest way from each spec that has one to every other, by name: `table.get('S0R')!.get('RR')`; for a tensor of
 * one element with `rank` axes. Among equally cheap ways the one of fewest steps.
 */
export function reshardingTable(rank: number, mesh: Mesh): Map<string, Map<string, Resharding>> {
  return new Map(shardingSpecs(rank, mesh).map((from) => [specName(from), cheapestFrom(from, mesh)]));
}

/** Dijkstra's algorithm; a step that costs nothing still counts as a step. */
function cheapestFrom(start: ShardingSpec, mesh: Mesh): Map<string, Resharding> {
  const done = new Map<string, Resharding>();
  const open: { spec: ShardingSpec; way: Resharding }[] = [{ spec: start, way: { steps: [], time: 0 } }];
  for (let next = open.shift(); next; next = open.shift()) {
    const { spec, way } = next;
    if (done.has(specName(spec))) continue;
    done.set(specName(spec), way);
    for (const step of reshardingSteps(spec, mesh)) {
      open.push({ spec: step.to, way: { steps: [...way.steps, step], time: way.time + step.time } });
    }
    open.sort((a, b) => a.way.time - b.way.time || a.way.steps.length - b.way.steps.length);
  }
  return done;
}
