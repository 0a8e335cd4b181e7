import type { Range } from './tiling.ts';

/**
 * Which key j a query i may look at. A mask is a predicate, not a matrix: it costs no memory, and a tile can be asked
 * whether it holds any permitted pair before it is loaded.
 */
export type Mask = (i: number, j: number) => boolean;

/** No mask: every query sees every key (the encoder's self-attention and the cross-attention, §3.2.3). */
export const everything: Mask = () => true;

/** The decoder's mask (§3.2.3): position i sees itself and what came before. */
export const causal: Mask = (i, j) => j <= i;

/** Restricted self-attention (§4, last row of Table 1): only the keys within `radius` of the query, so r = 2·radius + 1. */
export function neighbourhood(radius: number): Mask {
  return (i, j) => Math.abs(i - j) <= radius;
}

// #region sliding-window
/** Local attention (Griffin §2.3): position i sees the last w tokens, itself among them, i − w < j ≤ i. */
export function slidingWindow(w: number): Mask {
  return (i, j) => i - w < j && j <= i;
}
// #endregion sliding-window

/** A mask in block form (FlashAttention §3.3): entry (i, j) is `blocks[⌊i/Br⌋][⌊j/Bc⌋]`; blocks not given are zero. */
export function blockMask(blocks: readonly (readonly boolean[])[], Br: number, Bc: number): Mask {
  return (i, j) => blocks[Math.floor(i / Br)]?.[Math.floor(j / Bc)] ?? false;
}

/** Whether the mask permits any pair of the tile rows×cols; Algorithm 5 skips a tile for which it does not. */
export function permitsAny(mask: Mask, rows: Range, cols: Range): boolean {
  for (let i = rows.start; i < rows.end; i++) {
    for (let j = cols.start; j < cols.end; j++) if (mask(i, j)) return true;
  }
  return false;
}
