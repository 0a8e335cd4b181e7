/**
 * Why the recurrence is bound by memory (Griffin §4.2, App. D): the arithmetic and the traffic between HBM and the
 * vector memory of Eq. 4, for one channel at one token. Left out: the projections and gates around it, which are
 * matrix products, and how large a piece each transfer moves.
 */
import type { Roof, Work } from '../hardware/roofline.ts';
import { composition } from './affine-recurrence.ts';
import { workEfficientScan } from './associative-scan.ts';

/** The TPU-v3's vector unit and HBM (Table 3): 3.8 TFLOP/s, 900 GB/s. */
export const vectorUnit: Roof = { peak: 3.8e12, bandwidth: 900e9 };

/** Its matrix unit behind the same HBM: 123 TFLOP/s in bfloat16. */
export const matrixUnit: Roof = { peak: 123e12, bandwidth: 900e9 };

// #region update-work
/** a·h, a², 1 − a², √, times the gated x, and the sum. */
const flops = 6;

/** Eq. 4 token by token, all of it through HBM: loads h, a, x and stores h. */
export const updateThroughHbm = (bytes = 2): Work => ({ flops, bytes: (3 + 1) * bytes });

/** The linear scan of the paper's kernel: h stays in vector memory, so a and x come in and h goes out. */
export const updateOnChip = (bytes = 2): Work => ({ flops, bytes: (2 + 1) * bytes });
// #endregion update-work

/**
 * A tree scan of L tokens whose levels all pass through HBM, a token: every merge loads two pairs (a, b), computes three
 * FLOPs and stores one pair. An upper bound: levels that fit on chip need not leave it.
 */
export function treeThroughHbm(L: number, bytes = 2): Work {
  const levels = workEfficientScan(
    composition,
    Array.from({ length: L }, () => composition.identity),
  );
  const merges = levels.reduce((sum, level) => sum + level.merges.length, 0) / L;
  return { flops: 3 * merges, bytes: (4 + 2) * bytes * merges };
}
