/**
 * How long collectives take on a mesh if only bandwidth counts: the elements that a device sends, divided by what its
 * link carries. Alpa estimates the same way, bytes over the bandwidth of the mesh axis (Sec. 4.2). Left out: latency,
 * contention, overlap with computation.
 */
import type { Mesh, MeshAxis } from './sharding-spec.ts';

// #region collective-times
/** All-gather along a mesh axis after which a device holds x elements: it sends x·(n − 1)/n. */
export const allGatherTime = (x: number, axis: MeshAxis, { shape, bandwidth }: Mesh): number =>
  (x * (shape[axis] - 1)) / shape[axis] / bandwidth[axis];

/** All-to-all along a mesh axis where a device holds x elements: it keeps one n-th and sends the rest. */
export const allToAllTime = allGatherTime;

/**
 * Ring all-reduce of x elements over all devices along `axes`: each sends 2x·(n − 1)/n. A ring over both axes runs at
 * the pace of the slower link.
 */
export function allReduceTime(x: number, axes: readonly MeshAxis[], { shape, bandwidth }: Mesh): number {
  const n = axes.reduce<number>((product, axis) => product * shape[axis], 1);
  return axes.length === 0 ? 0 : (2 * x * (n - 1)) / n / Math.min(...axes.map((axis) => bandwidth[axis]));
}
// #endregion collective-times
