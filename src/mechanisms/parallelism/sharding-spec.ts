/**
 * Where the pieces of a tensor lie on a two-dimensional mesh of devices (Alpa, Table 1). Each axis of the tensor is
 * either replicated (R) or cut along one mesh axis (S0, S1) or along both (S01, axis 0 first); a mesh axis cuts at most
 * one axis of a tensor. Left out: pieces of unequal size (a cut is even or refused) and meshes of other dimensions.
 */
import { evenly } from './sharded-matrix.ts';
import type { Slice } from './partition.ts';

export type MeshAxis = 0 | 1;

/** n0 × n1 devices; `bandwidth[i]` is what a device sends along mesh axis i, in elements per unit of time. */
export interface Mesh {
  readonly shape: readonly [n0: number, n1: number];
  readonly bandwidth: readonly [number, number];
}

/** For each tensor axis, the mesh axes that cut it, in ascending order: S0R is [[0], []], S01R is [[0, 1], []]. */
export type ShardingSpec = readonly (readonly MeshAxis[])[];

/** The mesh axes that have more than one device; the others cut nothing. */
export const cuttingAxes = ({ shape }: Mesh): MeshAxis[] => ([0, 1] as const).filter((axis) => shape[axis] > 1);

/** The paper's name of a spec, `S0R`. */
export const specName = (spec: ShardingSpec): string =>
  spec.map((axes) => (axes.length === 0 ? 'R' : `S${axes.join('')}`)).join('');

// #region sharding-specs
/** The tensor axis that mesh axis `axis` cuts, −1 if the tensor is replicated along it. */
export const cutBy = (spec: ShardingSpec, axis: MeshAxis): number => spec.findIndex((axes) => axes.includes(axis));

/** Every spec of a tensor with `rank` axes: each mesh axis cuts one of them or none. (rank + 1)² on a true 2-D mesh. */
export function shardingSpecs(rank: number, mesh: Mesh): ShardingSpec[] {
  const replicated: ShardingSpec = Array.from({ length: rank }, () => []);
  return cuttingAxes(mesh).reduce<ShardingSpec[]>(
    (specs, axis) => specs.flatMap((spec) => [spec, ...spec.map((_, a) => withCut(spec, a, axis))]),
    [replicated],
  );
}

/** What device (i, j) holds: one range of each tensor axis. Throws a RangeError where a cut is not even. */
export function tileOf(
  spec: ShardingSpec,
  sizes: readonly number[],
  { shape }: Mesh,
  device: readonly number[],
): Slice[] {
  return spec.map((axes, a) => {
    const parts = axes.reduce<number>((product, axis) => product * shape[axis], 1);
    const part = axes.reduce<number>((index, axis) => index * shape[axis] + device[axis]!, 0);
    return evenly(sizes[a]!, parts)[part]!;
  });
}
// #endregion sharding-specs

/** The spec with tensor axis a cut along one more mesh axis. */
export const withCut = (spec: ShardingSpec, a: number, axis: MeshAxis): ShardingSpec =>
  spec.map((axes, b) => (a === b ? [...axes, axis] : axes));

/** The share of a tensor that one device holds: 1 for RR, 1/n0 for S0R, 1/(n0·n1) for S0S1. */
export const localShare = (spec: ShardingSpec, { shape }: Mesh): number =>
  spec.flat().reduce<number>((share, axis) => share / shape[axis], 1);
