/**
 * What tensor parallelism sends, as formulas; `parallel-layer.test.ts` holds them to messages counted one by one.
 * Left out: latency, contention, and the gradients of data parallelism.
 */

/** One iteration's activations: b sequences of s tokens, h wide, in L layers on t ranks. */
export interface TensorParallelRun {
  readonly b: number;
  readonly s: number;
  readonly h: number;
  readonly L: number;
  readonly t: number;
}

// #region traffic
/** Elements that a rank sends in one all-reduce over b·s·h elements on a ring. */
export function allReduceElements({ b, s, h, t }: TensorParallelRun): number {
  return (2 * b * s * h * (t - 1)) / t;
}

/** All-reduces a layer: two forward, two backward; a layer that is recomputed runs its forward pass twice. */
export function allReducesPerLayer(recompute: boolean): number {
  return recompute ? 6 : 4;
}

/** Bytes that a rank sends in one iteration, with 16-bit activations. */
export function bytesPerIteration(run: TensorParallelRun, recompute: boolean): number {
  return 2 * run.L * allReducesPerLayer(recompute) * allReduceElements(run);
}
// #endregion traffic

/** Parameters of a layer's four weight matrices that one of t ranks holds: 12h²/t. */
export function layerWeightsPerRank(h: number, t: number): number {
  return (12 * h * h) / t;
}

/**
 * The most that t ranks can speed one rank up if arithmetic divides perfectly and the ring runs at full bandwidth: the
 * upper bound from bytes alone. `seconds` is one iteration on one rank, `bandwidth` what a rank sends in bytes/s.
 */
export function speedupBound(run: TensorParallelRun, recompute: boolean, seconds: number, bandwidth: number): number {
  return seconds / (seconds / run.t + bytesPerIteration(run, recompute) / bandwidth);
}
