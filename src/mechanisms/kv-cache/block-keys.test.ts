import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockKeys } from '#mechanisms/kv-cache/block-keys.ts';

const B = 4;
const prompt = fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 24 });

describe('keys of blocks', () => {
  it('two prompts share as many leading keys as they share full leading blocks', () => {
    fc.assert(
      fc.property(prompt, prompt, prompt, (start, one, other) => {
        const [a, b] = [
          [...start, ...one],
          [...start, ...other],
        ];
        const [p, q] = [blockKeys(a, B), blockKeys(b, B)];
        const full = Math.min(p.length, q.length);
        for (let i = 0; i < full; i++) {
          const end = (i + 1) * B;
          expect(p[i] === q[i]).toBe(a.slice(0, end).join() === b.slice(0, end).join());
        }
      }),
    );
  });

  it('the same words have another key behind another beginning, and another position is another beginning', () => {
    const [one, other] = [blockKeys([1, 2, 3, 4, 9, 9, 9, 9], B), blockKeys([1, 2, 3, 5, 9, 9, 9, 9], B)];
    expect(one[1]).not.toBe(other[1]);
    const twice = blockKeys([9, 9, 9, 9, 9, 9, 9, 9], B);
    expect(twice[0]).not.toBe(twice[1]);
  });

  it('an unfilled block has no key', () => {
    expect(blockKeys([1, 2, 3, 4, 5, 6, 7], B)).toHaveLength(1);
    expect(blockKeys([1, 2, 3], B)).toEqual([]);
  });

  it('a hundred thousand blocks of random prompts collide no more than 32 bits must', () => {
    const keys = Array.from({ length: 100_000 }, (_, i) => blockKeys([i % 317, Math.floor(i / 317), 7, 1], B)[0]);
    expect(keys.length - new Set(keys).size).toBeLessThan(8); // n² / 2³³ = 1.2 expected
  });
});
