/**
 * What a step of an attention algorithm does, in units that do not depend on the machine. Counted: every element moved
 * between HBM and the chip, and the floating-point operations of matrix products (2 per multiply–add), which dominate
 * (proof of FlashAttention's Theorem 1). Left out: softmax, masking and rescaling arithmetic, SRAM and register traffic.
 */
export interface Work {
  /** Elements read from HBM. */
  readonly reads: number;
  /** Elements written to HBM. */
  readonly writes: number;
  /** Floating-point operations of matrix products. */
  readonly flops: number;
}

/** The work of all steps together. */
export function total(steps: Iterable<Work>): Work {
  let [reads, writes, flops] = [0, 0, 0];
  for (const step of steps) {
    reads += step.reads;
    writes += step.writes;
    flops += step.flops;
  }
  return { reads, writes, flops };
}

/** Elements moved either way. */
export function traffic({ reads, writes }: Work): number {
  return reads + writes;
}

/** Operations of an m×k by k×n matrix product. */
export function productFlops(m: number, k: number, n: number): number {
  return 2 * m * k * n;
}
