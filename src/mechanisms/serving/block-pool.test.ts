import { describe, expect, it } from 'vitest';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { BlockPool } from '#mechanisms/serving/block-pool.ts';

describe('BlockPool', () => {
  it('takes a block only when all before it are full', () => {
    const pool = new BlockPool({ blocks: 4, blockSize: 4 });
    pool.append(7, 4);
    expect(pool.used).toBe(1);
    pool.append(7, 1);
    expect(pool.used).toBe(2);
    expect(pool.occupancy()).toEqual({ filled: 5, wasted: 3, free: 8 });
  });

  it('counts room reserved for tokens to come as waste until they come', () => {
    const pool = new BlockPool({ blocks: 16, blockSize: 1 });
    pool.reserve(0, 10);
    pool.append(0, 4);
    expect(pool.occupancy()).toEqual({ filled: 4, wasted: 6, free: 6 });
    pool.append(0, 6);
    expect(pool.occupancy()).toEqual({ filled: 10, wasted: 0, free: 6 });
  });

  it('copies exactly the last, shared block when one of two forks writes on', () => {
    const pool = new BlockPool({ blocks: 8, blockSize: 4 });
    pool.append(0, 6);
    pool.fork(0, 1);
    const before = [...pool.table(0)];
    expect(pool.used).toBe(2);
    const copies = pool.append(1, 1);
    expect(copies.map(({ from }) => from)).toEqual([before[1]]);
    expect(pool.table(0)).toEqual(before);
    expect(pool.table(1)).toEqual([before[0], copies[0]!.to]);
    expect(before.map((block) => pool.referencesTo(block))).toEqual([2, 1]);
    expect(pool.append(0, 1)).toEqual([]);
  });

  it('copies nothing when the shared blocks are full', () => {
    const pool = new BlockPool({ blocks: 8, blockSize: 4 });
    pool.append(0, 8);
    pool.fork(0, 1);
    expect(pool.append(1, 1)).toEqual([]);
    expect(pool.used).toBe(3);
  });

  it('keeps a shared block until its last owner lets go', () => {
    const pool = new BlockPool({ blocks: 2, blockSize: 4 });
    pool.append(0, 8);
    pool.fork(0, 1);
    pool.free(0);
    expect(pool.used).toBe(2);
    pool.free(1);
    expect(pool.used).toBe(0);
  });

  it.each([
    ['append beyond the pool', (pool: BlockPool) => pool.append(0, 3)],
    ['copy of a shared block with none free', (pool: BlockPool) => pool.append(1, 1)],
    ['reservation beyond the pool', (pool: BlockPool) => pool.reserve(2, 1)],
    ['fork onto an owner', (pool: BlockPool) => pool.fork(0, 1)],
  ])('refuses an %s and changes nothing', (_, act) => {
    const pool = new BlockPool({ blocks: 2, blockSize: 4 });
    pool.append(0, 6);
    pool.fork(0, 1);
    const before = [pool.occupancy(), pool.table(0), pool.table(1)];
    expect(() => act(pool)).toThrow(RangeError);
    expect([pool.occupancy(), pool.table(0), pool.table(1)]).toEqual(before);
  });

  it('agrees with a recount of all tables under random use, and wastes less than a block a sequence', () => {
    for (let seed = 0; seed < 100; seed++) {
      const random = createRandom(seed);
      const pool = new BlockPool({ blocks: random.integer(1, 20), blockSize: random.integer(1, 6) });
      for (let step = 0; step < 60; step++) {
        const owner = random.integer(0, 4);
        const tokens = random.integer(1, 9);
        const choice = random.integer(0, 5);
        if (choice === 0) pool.free(owner);
        else if (choice === 1 && !pool.holds(5 + owner)) pool.fork(owner, 5 + owner);
        else if (choice === 2) pool.free(5 + owner);
        else if (pool.canAppend(owner, tokens)) pool.append(owner, tokens);
        recount(pool);
      }
    }
  });
});

/** The slow witness: looks at nothing but the ten tables. */
function recount(pool: BlockPool): void {
  const { blocks, blockSize } = pool.size;
  const owners = Array.from({ length: 10 }, (_, owner) => owner);
  const pointers = owners.flatMap((owner) => pool.table(owner));
  expect(new Set(pointers).size).toBe(pool.used);
  for (let block = 0; block < blocks; block++)
    expect(pool.referencesTo(block)).toBe(pointers.filter((pointer) => pointer === block).length);
  for (const owner of owners) {
    const tail = pool.table(owner).length * blockSize - pool.length(owner);
    expect(tail >= 0 && tail < blockSize).toBe(true);
  }
  const { filled, wasted, free } = pool.occupancy();
  expect(filled + wasted + free).toBe(blocks * blockSize);
  expect(free).toBe((blocks - pool.used) * blockSize);
}
