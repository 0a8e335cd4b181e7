import { describe, expect, it } from 'vitest';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { BuddyAllocator, powerOfTwo } from '#mechanisms/serving/buddy.ts';

describe('powerOfTwo', () => {
  it.each([
    [1, 1],
    [25, 32],
    [32, 32],
    [2047, 2048],
  ])('rounds %i up to %i', (n, rounded) => expect(powerOfTwo(n)).toBe(rounded));
});

describe('BuddyAllocator', () => {
  it('gives 15,728 slots out as seven chunks of 2048 and no eighth', () => {
    const buddy = new BuddyAllocator(15728);
    const addresses = Array.from({ length: 8 }, () => buddy.allocate(2048));
    expect(new Set(addresses.slice(0, 7)).size).toBe(7);
    expect(addresses[7]).toBeUndefined();
    expect(buddy.allocate(1024)).toBeDefined(); // what is left is smaller pieces
  });

  it('never gives two owners one slot, and is whole again once all is given back', () => {
    for (let seed = 0; seed < 60; seed++) {
      const random = createRandom(seed);
      const slots = random.integer(1, 300);
      const buddy = new BuddyAllocator(slots);
      const held = new Map<number, number>();
      for (let step = 0; step < 80; step++) {
        const wanted = random.integer(1, 40);
        const [address] = [...held.keys()];
        if (random.integer(0, 2) === 0 && address !== undefined) {
          buddy.release(address, held.get(address)!);
          held.delete(address);
        } else {
          const at = buddy.allocate(wanted);
          if (at !== undefined) held.set(at, wanted);
        }
        const owned = [...held].flatMap(([at, n]) => Array.from({ length: powerOfTwo(n) }, (_, i) => at + i));
        expect(new Set(owned).size).toBe(owned.length);
        expect(owned.every((slot) => slot >= 0 && slot < slots)).toBe(true);
      }
      for (const [at, n] of held) buddy.release(at, n);
      const largest = 2 ** Math.floor(Math.log2(slots));
      expect(buddy.allocate(largest)).toBe(0);
    }
  });
});
