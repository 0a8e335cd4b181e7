/**
 * The roofline model (Williams, Waterman, Patterson 2009): no program runs faster than its arithmetic on the compute
 * units, nor than its traffic through the memory. It assumes that both overlap perfectly and that every byte moves
 * once, which makes it a lower bound on time, not a prediction.
 */
export interface Roof {
  /** FLOP/s. */
  readonly peak: number;
  /** Bytes per second. */
  readonly bandwidth: number;
}

export interface Work {
  readonly flops: number;
  readonly bytes: number;
}

export interface RooflineBound {
  /** Seconds that no schedule can beat. */
  readonly time: number;
  /** Seconds of arithmetic at the peak, and of traffic at full bandwidth. */
  readonly compute: number;
  readonly memory: number;
  readonly boundBy: 'compute' | 'memory';
}

/** FLOPs per byte moved. */
export const intensity = ({ flops, bytes }: Work): number => flops / bytes;

/** FLOPs per byte at which a program stops being bound by memory. */
export const ridgePoint = ({ peak, bandwidth }: Roof): number => peak / bandwidth;

// #region roofline
/** FLOP/s attainable at an arithmetic intensity of `flopsPerByte`. */
export function attainable({ peak, bandwidth }: Roof, flopsPerByte: number): number {
  return Math.min(peak, bandwidth * flopsPerByte);
}

/** The least time of `work` under `roof`, and which of the two limits it. */
export function rooflineBound({ peak, bandwidth }: Roof, { flops, bytes }: Work): RooflineBound {
  const compute = flops / peak;
  const memory = bytes / bandwidth;
  return { time: Math.max(compute, memory), compute, memory, boundBy: compute >= memory ? 'compute' : 'memory' };
}
// #endregion roofline
