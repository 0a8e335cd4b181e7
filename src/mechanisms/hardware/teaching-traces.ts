/**
 * Three short traces for interval analysis, written by hand in the manner of an A100's SASS. Their latencies are small
 * round numbers chosen for hand calculation, not measurements; the tensor core's initiation interval is the paper's.
 */
import { HMMA_16816, laneInterval, TENSOR_FMAS, tensorInterval } from './initiation-interval.ts';
import { reading, unroll } from './warp-trace.ts';
import type { Operation, Trace } from './warp-trace.ts';

const onLanes = laneInterval(16);
export const FFMA: Operation = { name: 'FFMA', unit: 'fma', interval: onLanes, latency: 4, stall: 'wait' };
export const LDS: Operation = { name: 'LDS', unit: 'memory', interval: 1, latency: 8, stall: 'short_scoreboard' };
export const LDG: Operation = { name: 'LDG', unit: 'memory', interval: 1, latency: 40, stall: 'long_scoreboard' };
export const STG: Operation = { name: 'STG', unit: 'memory', interval: 1, latency: 1, stall: 'wait' };

/** HMMA.16816 on a tensor core that it holds for `interval` cycles. */
export const hmma = (interval: number): Operation => ({
  name: 'HMMA',
  unit: 'tensor',
  interval,
  latency: 12,
  stall: 'wait',
});

/** The initiation interval of HMMA.16816: AMALI's for two GPUs, and that of 16 lanes of CUDA cores. */
export const HMMA_INTERVAL = {
  A100: tensorInterval(HMMA_16816, TENSOR_FMAS.A100),
  H100: tensorInterval(HMMA_16816, TENSOR_FMAS.H100),
  lanes: onLanes,
} as const;

/** The page's worked example: a matrix step that also adds a bias from global memory. */
// #region bias-step
export const biasStep = (interval = HMMA_INTERVAL.A100): Trace => [
  reading(LDG), // 0: the bias
  reading(LDS), // 1: a tile of A
  reading(LDS), // 2: tiles B₀ and B₁
  reading(hmma(interval), 1, 2), // 3: C₀ = A·B₀
  reading(hmma(interval), 1, 2), // 4: C₁ = A·B₁
  reading(FFMA, 0, 4), // 5: C₁ + bias
  reading(FFMA, 5), // 6: scaled
  reading(STG, 6), // 7: stored
];
// #endregion bias-step

/** The inner loop of a matrix product: per step two tiles from shared memory and four HMMA. */
export function matmul(interval = HMMA_INTERVAL.A100): Trace {
  const product = reading(hmma(interval), 0, 1);
  return unroll([reading(LDS), reading(LDS), product, product, product, product], 4);
}

/** An element-wise kernel: two loads, one multiply–add, one store, four times. */
export const elementWise = (): Trace => unroll([reading(LDG), reading(LDG), reading(FFMA, 0, 1), reading(STG, 2)], 4);
