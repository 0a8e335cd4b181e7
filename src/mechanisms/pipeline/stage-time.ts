/**
 * A simple t_intra for worked examples: the arithmetic of a layer divides evenly over the devices of a submesh, and each
 * layer all-reduces its activations on a ring over them. Alpa instead solves its integer program for every logical
 * shape of the submesh, compiles the result and measures it (Sec. 5.2).
 */
import { allReduceTime } from '#mechanisms/parallelism/mesh-collectives.ts';
import type { Mesh } from '#mechanisms/parallelism/sharding-spec.ts';
import type { Submesh } from './stage-slicing.ts';

export interface Layer {
  /** Time of its forward and backward pass on one device. */
  readonly work: number;
  /** Elements that it all-reduces, forward and backward together. */
  readonly reduced: number;
}

/** Time of layers first … last on a submesh; links carry `bandwidth` between and within machines. */
export function stageTime(layers: readonly Layer[], [n, m]: Submesh, bandwidth: Mesh['bandwidth']): number {
  const mesh: Mesh = { shape: [n, m], bandwidth };
  const axes = ([0, 1] as const).filter((axis) => mesh.shape[axis] > 1);
  return layers.reduce((t, { work, reduced }) => t + work / (n * m) + allReduceTime(reduced, axes, mesh), 0);
}
