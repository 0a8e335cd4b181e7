/**
 * The hit rate of one LRU cache at every capacity, from one pass over a trace (R. L. Mattson et al., 1970): a block is
 * found exactly when the blocks used since its last use, itself included, fit into the cache.
 */

/** Prompts as lists of block keys; keys are small integers from 0. */
export type KeyTrace = readonly (readonly number[])[];

// #region reuse-distance
/** For each block of each prompt, the least capacity in blocks at which LRU still holds it; Infinity on first use. */
export function neededCapacities(trace: KeyTrace): Float64Array {
  const uses = trace.reduce((sum, prompt) => sum + prompt.length, 0);
  const needed = new Float64Array(uses).fill(Infinity);
  const lastUse = new Int32Array(1 + greatestKey(trace)).fill(-1); // by key
  const latest = new Fenwick(uses); // 1 at the moment of each block's latest use
  let [clock, held] = [0, 0];
  for (const prompt of trace) {
    prompt.forEach((key, i) => {
      if (lastUse[key]! >= 0) needed[clock + i] = held - latest.before(lastUse[key]!);
    });
    for (const key of prompt.toReversed()) {
      if (lastUse[key]! >= 0) latest.add(lastUse[key]!, -1);
      else held++;
      latest.add(clock, 1);
      lastUse[key] = clock++;
    }
  }
  return needed;
}
// #endregion reuse-distance

const greatestKey = (trace: KeyTrace): number =>
  trace.reduce((greatest, prompt) => prompt.reduce((a, b) => Math.max(a, b), greatest), -1);

/** The share of all blocks found in an LRU cache of each capacity (in blocks, Infinity for no limit). */
export function lruHitRates(trace: KeyTrace, capacities: readonly number[]): number[] {
  const needed = neededCapacities(trace).sort();
  const seenBefore = lowerBound(needed, Infinity);
  return capacities.map(
    (capacity) => Math.min(seenBefore, lowerBound(needed, Math.floor(capacity) + 1)) / needed.length,
  );
}

/** How many of the sorted values are less than `limit`. */
function lowerBound(sorted: Float64Array, limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sums over the beginnings of an array that changes, in O(log n) (P. M. Fenwick, 1994). */
class Fenwick {
  private readonly tree: Int32Array;

  constructor(length: number) {
    this.tree = new Int32Array(length + 1);
  }

  add(index: number, amount: number): void {
    for (let i = index + 1; i < this.tree.length; i += i & -i) this.tree[i]! += amount;
  }

  /** The sum over all places before `index`. */
  before(index: number): number {
    let sum = 0;
    for (let i = index; i > 0; i -= i & -i) sum += this.tree[i]!;
    return sum;
  }
}
