/**
 * One metric of every machine of a training job, second by second. Synthetic: the machines move in step, as 3D
 * parallelism makes them, each with a little noise of its own.
 */
import type { Random } from '#mechanisms/numeric/random.ts';

/** Values by machine and second. */
export type Traces = readonly Float64Array[];

/** Something that lifts or lowers one machine's values for a while. */
export interface Disturbance {
  readonly machine: number;
  /** Seconds, the end not included. */
  readonly from: number;
  readonly to: number;
  readonly by: number;
}

export interface JobShape {
  readonly machines: number;
  readonly seconds: number;
  /** Standard deviation of each machine's own noise; the common movement has an amplitude of 1. */
  readonly noise: number;
}

/** The common rhythm of iterations and a slow drift of the load, a machine's noise, and what disturbs it. */
export function machineTraces(
  { machines, seconds, noise }: JobShape,
  disturbances: readonly Disturbance[],
  random: Random,
): Traces {
  return Array.from({ length: machines }, (_, machine) => {
    const own = disturbances.filter((one) => one.machine === machine);
    return Float64Array.from({ length: seconds }, (_, t) => {
      const common = Math.sin((2 * Math.PI * t) / 37) + 0.5 * Math.sin((2 * Math.PI * t) / 400);
      const off = own.reduce((sum, { from, to, by }) => (from <= t && t < to ? sum + by : sum), 0);
      return common + noise * random.normal() + off;
    });
  });
}
