/** Spearman's ρ of two lists without ties: 1 when they put the same items in the same order, −1 in the opposite. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const n = a.length;
  if (n !== b.length || n < 2) throw new RangeError(`two lists of one length, not ${n} and ${b.length}`);
  const [p, q] = [ranks(a), ranks(b)];
  const squares = p.reduce((sum, rank, i) => sum + (rank - q[i]!) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}

function ranks(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((i, j) => values[i]! - values[j]!);
  const rank: number[] = [];
  order.forEach((item, place) => (rank[item] = place));
  return rank;
}
