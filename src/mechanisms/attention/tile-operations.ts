/**
 * What one tile costs in arithmetic, FlashAttention against FlashAttention-2 (§3.1). Counted: the two matrix products,
 * and every scalar operation beside them (maximum, subtraction, exponential, addition, multiplication, division), each
 * as one. Factors that are the same along a row are formed once per row. An addition onto a matrix product is free: the
 * tensor core accumulates. Left out: masks, conversions, and that an exponential takes longer than an addition.
 */
export interface TileShape {
  /** Query rows. */
  readonly Br: number;
  /** Keys. */
  readonly Bc: number;
  /** Width of the head. */
  readonly d: number;
}

export interface TileOperations {
  /** Of the products QKᵀ and PV, 2 per multiply–add. */
  readonly matmul: number;
  /** The softmax of the tile: what both algorithms must do. */
  readonly softmax: number;
  /** Bringing old rows and new rows to one base, and normalising. */
  readonly rescaling: number;
}

/** A100: 312 TFLOP/s of fp16 matrix products, 19.5 TFLOP/s of anything else in fp32; 16 to 1 (§3.1). */
export const a100Rates = { matmul: 312e12, other: 19.5e12 } as const;

// #region tile-operations
/** FlashAttention, lines 9–12: the output is kept normalised, so old and new are both scaled, at every tile. */
export function flash1Tile({ Br, Bc, d }: TileShape): TileOperations {
  return {
    matmul: 4 * Br * Bc * d,
    softmax: Br * (Bc - 1) + 2 * Br * Bc + Br * (Bc - 1), // row maximum; subtract, exponentiate; row sum
    rescaling: Br * (1 + 4 + 3 + 2) + 3 * Br * d, // m, two exponentials, ℓ, two quotients; a·O + b·PV
  };
}

/** FlashAttention-2, lines 8–10: only the old output is scaled; what arrives is accumulated onto it. */
export function flash2Tile({ Br, Bc, d }: TileShape): TileOperations {
  return {
    matmul: 4 * Br * Bc * d,
    softmax: Br * (Bc - 1) + 2 * Br * Bc + Br * (Bc - 1),
    rescaling: Br * (1 + 2 + 2) + Br * d, // m, one exponential, ℓ; shrink·O
  };
}

/** FlashAttention-2, lines 12–13, once a row block: divide by ℓ, and L = m + log ℓ. */
export function flash2Finish({ Br, d }: TileShape): number {
  return Br * d + 2 * Br;
}
// #endregion tile-operations

/** What an operation outside a product costs in operations of a product: 312 / 19.5. */
export const price = a100Rates.matmul / a100Rates.other;

/** Share of the peak that is left if products and other operations never overlap. */
export function matmulShare({ matmul, softmax, rescaling }: TileOperations): number {
  return matmul / (matmul + price * (softmax + rescaling));
}
