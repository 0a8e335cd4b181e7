import { instructionDivergence } from '#mechanisms/hardware/kernel-cycles.ts';
import { intervalCycles, throughputBound } from '#mechanisms/hardware/interval-model.ts';
import { cyclesOf, simulate, type Policy } from '#mechanisms/hardware/sub-core.ts';
import { biasStep, elementWise, HMMA_INTERVAL, matmul } from '#mechanisms/hardware/teaching-traces.ts';
import type { Trace } from '#mechanisms/hardware/warp-trace.ts';

/** The worked example of the page, and the number of warps at which its three traces are compared. */
export const example = biasStep();
export const crowd = 8;

/** Cycles of the simulated sub-core. */
export const simulated = (trace: Trace, warps: number, policy?: Policy): number =>
  cyclesOf(trace, simulate(trace, warps, policy));

/** Each trace under AMALI's initiation interval of HMMA, and under the one that 16 lanes would have. */
const traces = {
  matmul: [matmul(), matmul(HMMA_INTERVAL.lanes)],
  elementWise: [elementWise(), elementWise()],
  biasStep: [biasStep(), biasStep(HMMA_INTERVAL.lanes)],
} as const;

/** Simulated cycles of `crowd` warps, and what a throughput bound, the lane rule and the interval model say. */
export function comparison(name: keyof typeof traces) {
  const [trace, onLanes] = traces[name];
  const truth = simulated(trace, crowd);
  const predictions = {
    bound: throughputBound(trace, crowd),
    lanes: intervalCycles(onLanes, crowd),
    model: intervalCycles(trace, crowd),
  };
  const error = (of: keyof typeof predictions): number => predictions[of] / truth - 1;
  return { truth, ...predictions, error };
}

/** One SM: instructions that each of the two warps on its four sub-cores issues. The second holds the representative. */
export const subCores = [
  [100, 100],
  [100, 40],
  [40, 40],
  [100, 40],
] as const;
export const representative = 1;
export const issued = subCores.map((warps) => warps.reduce((sum, count) => sum + count, 0));
export const idleAt = (index: number): number => instructionDivergence(issued, index);

/** Mean absolute percentage errors that the paper reports, GCoM's and its own (Sec. 6.3, Figures 10 and 11). */
export const published = [
  { of: 'all', gcom: 127.56, amali: 23.59 },
  { of: 'gemm', gcom: 183.95, amali: 17.84 },
  { of: 'elementWise', gcom: 77.81, amali: 27.29 },
  { of: 'prefill', gcom: 163.68, amali: 15.56 },
  { of: 'decode', gcom: 82.29, amali: 34.9 },
] as const;

/** The least factor by which some kernel must be overestimated for a mean absolute error of `percent`. */
export const leastOverestimate = (percent: number): number => 1 + percent / 100;
