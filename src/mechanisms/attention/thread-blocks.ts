/**
 * Which thread blocks an attention kernel launches, and when each runs on which streaming multiprocessor (§3.2).
 * Time is counted in tiles: a visit of one block of rows by one block of keys takes 1. Modelled: every SM runs one thread
 * block at a time, blocks start in the order of launch, each on the SM that is free first. Left out: several blocks on
 * one SM, launch overhead, and the memory that they share.
 */

/** One thread block: a head (counted over the batch), its part of that head, and how many tiles it visits. */
export interface ThreadBlock {
  readonly head: number;
  readonly part: number;
  readonly tiles: number;
}

/** What is to be divided: `heads` (batch × heads) square score matrices of `side`×`side` tiles. */
export interface Launch {
  readonly heads: number;
  /** T_r = T_c: blocks of rows, and of keys. */
  readonly side: number;
  /** Tiles wholly above the diagonal are skipped. */
  readonly causal?: boolean;
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

// #region divisions
/** FlashAttention: a thread block takes all the tiles of one head. */
export function perHead({ heads, side, causal = false }: Launch): ThreadBlock[] {
  const tiles = causal ? (side * (side + 1)) / 2 : side * side;
  return upTo(heads).map((head) => ({ head, part: 0, tiles }));
}

/** FlashAttention-2, forward: a thread block takes one block of rows; under the causal mask row block i has i + 1 tiles. */
export function perRowBlock({ heads, side, causal = false }: Launch): ThreadBlock[] {
  return upTo(heads).flatMap((head) => upTo(side).map((i) => ({ head, part: i, tiles: causal ? i + 1 : side })));
}

/** FlashAttention-2, backward: a thread block takes one block of keys, which the rows from j on look at. */
export function perColumnBlock({ heads, side, causal = false }: Launch): ThreadBlock[] {
  return upTo(heads).flatMap((head) => upTo(side).map((j) => ({ head, part: j, tiles: causal ? side - j : side })));
}
// #endregion divisions

/** A thread block on an SM from `start` to `end`. */
export interface Placement {
  readonly block: ThreadBlock;
  readonly sm: number;
  readonly start: number;
  readonly end: number;
}

// #region place
/** Each block, in order of launch, on the SM that is free first. */
export function place(blocks: readonly ThreadBlock[], sms: number): Placement[] {
  const freeAt = Array<number>(sms).fill(0);
  return blocks.map((block) => {
    const start = Math.min(...freeAt);
    const sm = freeAt.indexOf(start);
    freeAt[sm] = start + block.tiles;
    return { block, sm, start, end: start + block.tiles };
  });
}

/** When the last block is done. */
export function makespan(placements: readonly Placement[]): number {
  return placements.reduce((latest, { end }) => Math.max(latest, end), 0);
}

/** Share of the SMs' time, up to the end of the last block, in which they work. */
export function utilisation(placements: readonly Placement[], sms: number): number {
  const work = placements.reduce((sum, { block }) => sum + block.tiles, 0);
  return work / (sms * makespan(placements));
}
// #endregion place
