/**
 * AllToAll: what it moves, and what that costs on a two-dimensional torus whose every device sends an equal piece to
 * every other (GShard §3.3.1 and §5.3). Left out: latency, congestion beyond counting, several cores on one chip.
 */

// #region all-to-all
/**
 * Every device holds one piece for each device; afterwards every device holds the piece that each device had for it.
 * A transpose of who holds what: pieces[from][to] becomes result[to][from]. Throws a RangeError unless square.
 */
export function allToAll<Piece>(pieces: readonly (readonly Piece[])[]): Piece[][] {
  if (pieces.some((held) => held.length !== pieces.length)) throw new RangeError('one piece for every device');
  return pieces.map((_, to) => pieces.map((held) => held[to]!));
}
// #endregion all-to-all

/** Bytes that one device hands to one AllToAll of an expert layer: E·C places of M numbers, full or empty. */
export function dispatchBytes(E: number, C: number, M: number, bytesPerNumber: number): number {
  return E * C * M * bytesPerNumber;
}

/** Mean hops of one piece along a ring of n devices that is walked the shorter way, its own device included. */
export function meanRingHops(n: number): number {
  const hops = Array.from({ length: n }, (_, distance) => Math.min(distance, n - distance));
  return hops.reduce((sum, h) => sum + h, 0) / n;
}

// #region torus-time
/**
 * The time of an AllToAll that is bound by bandwidth, t = d·h/l (§5.3), on a rows×columns torus: d bytes in all, h hops
 * each on average, l one-way links of `bandwidth` bytes a second. On a square of D devices it grows with √D.
 */
export function torusAllToAllTime(rows: number, columns: number, bytesPerDevice: number, bandwidth: number): number {
  const D = rows * columns;
  const d = D * bytesPerDevice;
  const h = meanRingHops(rows) + meanRingHops(columns);
  const l = 4 * D;
  return (d * h) / (l * bandwidth);
}
// #endregion torus-time
