/** How FlashAttention cuts N rows into blocks that fit on-chip memory (Algorithm 1, lines 1, 3 and 4). */

/** The indices start, …, end − 1. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The size of the tiles: Br query rows by Bc key rows. */
export interface BlockSizes {
  readonly Br: number;
  readonly Bc: number;
}

// #region block-sizes
/** B_c = ⌈M/4d⌉ and B_r = min(⌈M/4d⌉, d) for an SRAM of M elements and heads of width d (Algorithm 1, line 1). */
export function blockSizes(M: number, d: number): BlockSizes {
  const Bc = Math.ceil(M / (4 * d));
  return { Br: Math.min(Bc, d), Bc };
}

/** ⌈n/size⌉ consecutive ranges that cover 0 … n − 1; the last may be ragged. Throws unless `size` is a positive integer. */
export function cut(n: number, size: number): Range[] {
  if (!Number.isInteger(size) || size < 1) throw new RangeError(`a block of ${size} rows cuts nothing`);
  const count = Math.ceil(n / size);
  return Array.from({ length: count }, (_, b) => ({ start: b * size, end: Math.min((b + 1) * size, n) }));
}
// #endregion block-sizes

/** How many rows a block has. */
export function length(range: Range): number {
  return range.end - range.start;
}

/**
 * Elements that lie on chip while a tile is worked on: K_j and V_j, Q_i and O_i, the score tile, m_i and ℓ_i. The proof
 * of Theorem 2 asks for each of these to be O(M), not for their sum to stay below M.
 */
export function sramFootprint({ Br, Bc }: BlockSizes, d: number): number {
  return 2 * Bc * d + 2 * Br * d + Br * Bc + 2 * Br;
}
