/**
 * What the three forms of retention cost for one head: multiplications in the products of vectors and matrices, steps
 * that must wait for one another, and what stays in memory. Left out: elementwise factors (D, ζ, ξ, γS), projections,
 * normalisation, and the halves of QKᵀ above the diagonal, which kernels may or may not skip.
 */
export interface RetentionShape {
  readonly N: number; // tokens
  readonly dk: number;
  readonly dv: number;
}

export interface FormCost {
  readonly multiplications: number;
  /** The longest chain of dependent steps. */
  readonly steps: number;
  /** Numbers alive at once besides Q, K, V and the output: scores and state. */
  readonly held: number;
}

/** Pairs (n, m) with m ≤ n. */
const pairs = (N: number): number => (N * (N + 1)) / 2;

// #region form-costs
/** Eq. 5: each pair costs a product of d_k and a sum of d_v. */
export function parallelCost({ N, dk, dv }: RetentionShape): FormCost {
  return { multiplications: pairs(N) * (dk + dv), steps: 1, held: N * N };
}

/** Eq. 6: each token writes K_nᵀV_n and reads Q_nS_n. */
export function recurrentCost({ N, dk, dv }: RetentionShape): FormCost {
  return { multiplications: N * 2 * dk * dv, steps: N, held: dk * dv };
}

/** Eq. 7: pairs within chunks; all but the first read a state, all but the last write one. */
export function chunkwiseCost({ N, dk, dv }: RetentionShape, B: number): FormCost {
  const [whole, rest] = [Math.floor(N / B), N % B];
  const chunks = whole + (rest > 0 ? 1 : 0);
  const inner = (whole * pairs(B) + pairs(rest)) * (dk + dv);
  const reads = Math.max(0, N - B); // tokens
  const writes = Math.max(0, N - (rest || B));
  const scores = Math.min(B, N) ** 2;
  const multiplications = inner + (reads + writes) * dk * dv;
  return { multiplications, steps: chunks, held: scores + dk * dv };
}
// #endregion form-costs

/** A whole model, for counting what generation carries along. */
export interface RetNetSize {
  readonly layers: number;
  readonly width: number; // d_model
  readonly dk: number;
  readonly dv: number;
}

// #region carried-memory
/** Numbers in all states of one sequence: layers × heads × d_k × d_v, with width/d_k heads. Any length. */
export function retNetState({ layers, width, dk, dv }: RetNetSize): number {
  return layers * (width / dk) * dk * dv;
}
// #endregion carried-memory
