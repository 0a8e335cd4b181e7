/**
 * How many cycles one instruction of a warp holds its functional unit before the next may enter: the initiation
 * interval II. AMALI (Cao et al., ISCA 2025) keeps the rule of earlier models for CUDA cores and replaces it for tensor
 * cores.
 */

/** The m×n×k product of one tensor-core instruction, as its modifier spells it: `m16n8k16`. */
export interface MmaShape {
  readonly m: number;
  readonly n: number;
  readonly k: number;
}

/** The two shapes of HMMA that the paper times (Sec. 3.2). */
export const HMMA_16816: MmaShape = { m: 16, n: 8, k: 16 };
export const HMMA_1688: MmaShape = { m: 16, n: 8, k: 8 };

/** FMAs per cycle of one tensor core for FP16 operands (Sec. 3.2, 5.1). */
export const TENSOR_FMAS = { A100: 256, H100: 512 } as const;

// #region initiation-interval
/**
 * Eq. (14), earlier models: 32 threads pass through `lanes` lanes. What the
 * instruction computes does not enter.
 */
export const laneInterval = (lanes: number, warpSize = 32): number => warpSize / lanes;

/** Fused multiply–adds of one tensor-core instruction. */
export const fmaCount = ({ m, n, k }: MmaShape): number => m * n * k;

/** Eq. (25): the FMAs of the shape, over the core's FMAs per cycle for this data type. */
export function tensorInterval(shape: MmaShape, fmasPerCycle: number): number {
  return fmaCount(shape) / fmasPerCycle;
}
// #endregion initiation-interval
