import { describe, expect, it } from 'vitest';
import { scaledDotProductAttention } from '#mechanisms/attention/scaled-dot-product.ts';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom, type Random } from '#mechanisms/numeric/random.ts';
import { BlockPool } from '#mechanisms/serving/block-pool.ts';
import { BlockStore, pagedAttention } from '#mechanisms/serving/paged-attention.ts';

const d = 4;
const vector = (random: Random) => Array.from({ length: d }, () => random.normal());
const distance = (a: readonly number[], b: readonly number[]) => Math.max(...a.map((x, i) => Math.abs(x - b[i]!)));

/** Stores one more token of `owner`: copies first if the pool says so, then writes. */
function append(pool: BlockPool, memory: BlockStore, owner: number, token: { k: number[]; v: number[] }): number {
  const copies = pool.append(owner, 1);
  for (const copy of copies) memory.copy(copy);
  const at = pool.length(owner) - 1;
  const { blockSize } = pool.size;
  memory.write(pool.table(owner)[Math.floor(at / blockSize)]!, at % blockSize, token.k, token.v);
  return copies.length;
}

describe('pagedAttention', () => {
  it('equals attention over contiguous keys and values, wherever the blocks lie', () => {
    for (let seed = 0; seed < 60; seed++) {
      const random = createRandom(seed);
      const [B, length] = [random.integer(1, 6), random.integer(1, 30)];
      const K = Matrix.from(length, d, () => random.normal());
      const V = Matrix.from(length, d, () => random.normal());
      const q = vector(random);
      const table = Array.from({ length: Math.ceil(length / B) }, (_, j) => (j * 37 + 11) % 64);
      const memory = new BlockStore();
      for (let i = 0; i < length; i++) memory.write(table[Math.floor(i / B)]!, i % B, K.row(i), V.row(i));
      const whole = scaledDotProductAttention(Matrix.of([q]), K, V).output.row(0);
      expect(distance(pagedAttention(q, table, length, B, memory), whole)).toBeLessThan(1e-12);
    }
  });

  it('gives a fork its own output and leaves the other one as it was', () => {
    const random = createRandom(5);
    const pool = new BlockPool({ blocks: 16, blockSize: 4 });
    const memory = new BlockStore();
    const token = () => ({ k: vector(random), v: vector(random) });
    for (let i = 0; i < 6; i++) append(pool, memory, 0, token());
    pool.fork(0, 1);
    const q = vector(random);
    const output = (owner: number) => pagedAttention(q, pool.table(owner), pool.length(owner), 4, memory);
    const before = output(0);
    expect(append(pool, memory, 1, token())).toBe(1);
    expect(output(0)).toEqual(before);
    expect(distance(output(1), before)).toBeGreaterThan(1e-3);
    expect(append(pool, memory, 0, token())).toBe(0); // the block is its own again
  });
});
