/**
 * Moves boxes on a line apart until none overlap, with the least sum of squared moves, and keeps them in order and, if
 * they fit, within [low, high]. Takes and returns centres, in the order given.
 *
 * Subtracting from each wanted centre the room that the boxes before it need turns the problem into isotonic
 * regression, which pooling adjacent violators solves.
 */
export function spread(
  wanted: readonly number[],
  sizes: readonly number[],
  low = Number.NEGATIVE_INFINITY,
  high = Number.POSITIVE_INFINITY,
): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
  const room: number[] = [];
  order.forEach((box, rank) => {
    const before = order[rank - 1];
    room.push(before === undefined ? 0 : room[rank - 1]! + (sizes[before]! + sizes[box]!) / 2);
  });
  const first = order[0] === undefined ? 0 : sizes[order[0]]! / 2;
  const last = order.length === 0 ? 0 : room.at(-1)! + sizes[order.at(-1)!]! / 2;
  const centres = [...wanted];
  isotonic(order.map((box, rank) => wanted[box]! - room[rank]!)).forEach((value, rank) => {
    centres[order[rank]!] = Math.max(low + first, Math.min(high - last, value)) + room[rank]!;
  });
  return centres;
}

/** The non-decreasing sequence nearest to `values` in least squares. */
function isotonic(values: readonly number[]): number[] {
  const pools: { sum: number; count: number }[] = [];
  for (const value of values) {
    pools.push({ sum: value, count: 1 });
    for (let end = pools.length - 1; end > 0; end--) {
      const [before, after] = [pools[end - 1]!, pools[end]!];
      if (before.sum / before.count <= after.sum / after.count) break;
      pools.splice(end - 1, 2, { sum: before.sum + after.sum, count: before.count + after.count });
    }
  }
  return pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
}
