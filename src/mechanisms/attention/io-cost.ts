import type { Work } from './work.ts';

/**
 * Closed forms of FlashAttention's Theorems 2 and 5 with their constants: the work of one head with N tokens of width d,
 * forward and backward, for standard attention (Algorithms 0 and 3) and FlashAttention (Algorithms 1 and 4). Every line of
 * those algorithms that touches HBM is charged, setting O, ℓ, m, dQ, dK, dV to zero included. Left out: masks, dropout.
 */
export interface Problem {
  /** N: sequence length. */
  readonly N: number;
  /** d: width of the head. */
  readonly d: number;
}

/** A problem and how its keys are cut; exact for any Bc, as T_c = ⌈N/Bc⌉ passes are whole passes. */
export interface TiledProblem extends Problem {
  /** Bc: rows of K and V per block. */
  readonly Bc: number;
}

// #region forward-io
/** Algorithm 0: S and P are written once and read once each, 4N² + 4Nd in all. Two matrix products. */
export function standardForward({ N, d }: Problem): Work {
  return { reads: 3 * N * d + 2 * N * N, writes: N * d + 2 * N * N, flops: 4 * N * N * d };
}

/** Algorithm 1: K and V are read once; each of the T_c passes reads all of Q, O, ℓ, m and writes O, ℓ, m back. */
export function flashForward({ N, d, Bc }: TiledProblem): Work {
  const passes = Math.ceil(N / Bc); // T_c
  return {
    reads: 2 * N * d + passes * (2 * N * d + 2 * N),
    writes: (passes + 1) * (N * d + 2 * N), // one of them sets O, ℓ, m to their initial values
    flops: 4 * N * N * d,
  };
}
// #endregion forward-io

// #region backward-io
/** Algorithm 3: P read twice, dP written and read, dS written and read twice. Four matrix products. */
export function standardBackward({ N, d }: Problem): Work {
  return { reads: 5 * N * N + 5 * N * d, writes: 2 * N * N + 3 * N * d, flops: 8 * N * N * d };
}

/** Algorithm 4: each pass reads Q, O, dO, dQ, ℓ, m and writes dQ. A fifth matrix product rebuilds S instead of loading P. */
export function flashBackward({ N, d, Bc }: TiledProblem): Work {
  const passes = Math.ceil(N / Bc); // T_c
  return {
    reads: 2 * N * d + passes * (4 * N * d + 2 * N),
    writes: 3 * N * d + passes * N * d + 2 * N * d, // zeroing dQ, dK, dV; dQ at each pass; dK and dV once
    flops: 10 * N * N * d,
  };
}
// #endregion backward-io
