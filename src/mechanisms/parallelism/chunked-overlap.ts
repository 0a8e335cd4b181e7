/**
 * A product whose result must be sent on, in c chunks: one is sent while the next is computed (MegaScale, Sec. 3.2,
 * overlap of tensor-parallel communication). Times in any one unit.
 */

export interface ChunkTimes {
  readonly compute: { readonly start: number; readonly end: number };
  readonly send: { readonly start: number; readonly end: number };
}

// #region overlap
/** Compute and send of each chunk; both streams take one chunk at a time, in order. */
export function chunkedOverlap(compute: number, send: number, chunks: number): ChunkTimes[] {
  let [computed, sent] = [0, 0];
  return Array.from({ length: chunks }, () => {
    const first = { start: computed, end: (computed += compute / chunks) };
    const start = Math.max(computed, sent);
    sent = start + send / chunks;
    return { compute: first, send: { start, end: sent } };
  });
}
// #endregion overlap

/** When all is sent. */
export const overlappedTime = (compute: number, send: number, chunks: number): number =>
  chunkedOverlap(compute, send, chunks).at(-1)!.send.end;
