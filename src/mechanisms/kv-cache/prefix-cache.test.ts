import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PrefixCache } from '#mechanisms/kv-cache/prefix-cache.ts';

/** Conversations a and b begin with block 0; block i of a is 10 + i, of b 20 + i. */
const prompts = fc.array(
  fc
    .record({ who: fc.constantFrom(10, 20, 30), length: fc.integer({ min: 1, max: 6 }) })
    .map(({ who, length }) => [0, ...Array.from({ length: length - 1 }, (_, i) => who + i)]),
  { maxLength: 40 },
);

describe('a cache of prefixes', () => {
  it('finds the leading blocks and stops at the first gap', () => {
    const cache = new PrefixCache(10);
    cache.touch([1, 2, 3]);
    expect(cache.match([1, 2, 3, 4])).toBe(3);
    expect(cache.match([1, 9, 3])).toBe(1);
    expect(cache.match([2, 3])).toBe(2);
    expect(cache.match([9])).toBe(0);
  });

  it('evicts what has not been used for longest, worked by hand', () => {
    const cache = new PrefixCache(4);
    cache.touch([1, 2]);
    cache.touch([1, 3, 4]); // from old to new: 2 4 3 1
    cache.touch([5]); // 2 goes
    expect([1, 2, 3, 4, 5].map((key) => cache.has(key))).toEqual([true, false, true, true, true]);
    cache.touch([1, 2]); // 4 goes, the end of its prompt, and not 3
    expect([1, 2, 3, 4, 5].map((key) => cache.has(key))).toEqual([true, true, true, false, true]);
  });

  it('holds what a list sorted by time of last use holds', () => {
    fc.assert(
      fc.property(prompts, fc.integer({ min: 1, max: 12 }), (trace, capacity) => {
        const cache = new PrefixCache(capacity);
        let lastUse: [key: number, prompt: number, place: number][] = [];
        trace.forEach((prompt, time) => {
          cache.touch(prompt);
          lastUse = [
            ...lastUse.filter(([key]) => !prompt.includes(key)),
            ...prompt.map((key, place): [number, number, number] => [key, time, place]),
          ];
          lastUse.sort((a, b) => b[1] - a[1] || a[2] - b[2]); // newest prompt first, and in it the first block
          lastUse.length = Math.min(lastUse.length, capacity);
          const held = lastUse.map(([key]) => key).sort((a, b) => a - b);
          const keys = [...new Set(trace.flat())].sort((a, b) => a - b);
          expect(keys.filter((key) => cache.has(key))).toEqual(held);
        });
      }),
    );
  });

  it('never holds a block without the blocks before it, and never more than its capacity', () => {
    fc.assert(
      fc.property(prompts, fc.integer({ min: 1, max: 12 }), (trace, capacity) => {
        const cache = new PrefixCache(capacity);
        for (const prompt of trace) {
          cache.touch(prompt);
          expect(cache.size).toBeLessThanOrEqual(capacity);
          for (const past of trace)
            past.forEach((key, i) => {
              if (cache.has(key)) expect(cache.match(past)).toBeGreaterThan(i);
            });
        }
      }),
    );
  });
});
