/**
 * Attention over a KV cache in blocks (PagedAttention, Sec. 4.1, Eq. 4), on real numbers, one head, one query.
 *
 * Modelled: keys and values of B tokens a block, blocks anywhere in memory, a block table that says where, copying a
 * block. Left out: batching, warps, how a block is laid out inside.
 */
import { merge, nothing, statistics } from '#mechanisms/attention/online-softmax.ts';
import { expDifference } from '#mechanisms/attention/softmax.ts';

/** Physical memory: slot s of block p holds the key and the value of one token, d numbers each. */
export class BlockStore {
  private readonly keys = new Map<number, number[][]>();
  private readonly values = new Map<number, number[][]>();

  /** Stores the key and the value of a token in slot `slot` of physical block `block`. */
  write(block: number, slot: number, key: number[], value: number[]): void {
    this.keys.set(block, Object.assign([...this.keysOf(block)], { [slot]: key }));
    this.values.set(block, Object.assign([...this.valuesOf(block)], { [slot]: value }));
  }

  /** What copy-on-write does to the numbers. */
  copy({ from, to }: { from: number; to: number }): void {
    this.keys.set(to, this.keysOf(from));
    this.values.set(to, this.valuesOf(from));
  }

  /** K of a block, one row a token. */
  keysOf(block: number): number[][] {
    return this.keys.get(block) ?? [];
  }

  /** V of a block, one row a token. */
  valuesOf(block: number): number[][] {
    return this.values.get(block) ?? [];
  }
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);

const column = (V: readonly number[][], c: number): number[] => V.map((v) => v[c]!);

// #region paged-attention
/** o = softmax(qᵀK/√d) V over `length` tokens, one block of the table after another. */
export function pagedAttention(q: number[], table: readonly number[], length: number, B: number, memory: BlockStore) {
  let seen = nothing; // (m, ℓ) of the softmax so far
  let o = q.map(() => 0); // [d], not yet divided by ℓ
  table.forEach((block, j) => {
    const filled = Math.min(B, length - j * B); // only the last block may be part full
    const [K, V] = [memory.keysOf(block), memory.valuesOf(block)]; // K_j, V_j: [B, d]
    const scores = K.slice(0, filled).map((k) => dot(q, k) / Math.sqrt(q.length));
    const next = merge(seen, statistics(scores));
    const shrink = expDifference(seen.m, next.m);
    const weights = scores.map((s) => expDifference(s, next.m)); // [filled]
    o = o.map((sum, c) => sum * shrink + dot(weights, column(V, c)));
    seen = next;
  });
  return o.map((sum) => sum / seen.l);
}
// #endregion paged-attention
