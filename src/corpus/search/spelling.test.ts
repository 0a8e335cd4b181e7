import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance } from 'fastest-levenshtein';
import { correctChinese, correctLatin, edits } from './spelling.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

describe('edits', () => {
  test('are at most those without exchanges, and at least half of them', () =>
    fc.assert(
      fc.property(word, word, (a, b) => {
        const whole = distance(a, b);
        const mine = edits(a, b, 20);
        expect(mine).toBeLessThanOrEqual(whole);
        expect(mine * 2).toBeGreaterThanOrEqual(whole);
      }),
    ));
  test('go both ways alike, and are none only between equal words', () =>
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(edits(a, b, 20)).toBe(edits(b, a, 20));
        expect(edits(a, b, 20) === 0).toBe(a === b);
      }),
    ));
  test('count an exchange of neighbours as one', () => expect(edits('megatorn', 'megatron', 3)).toBe(1));
  test('are not counted beyond the limit', () => expect(edits('abc', 'xyzuvw', 2)).toBe(3));
});

describe('corrections', () => {
  const known = new Map([
    ['mamba', 3],
    ['griffin', 1],
    ['transformer', 9],
    ['gemini', 1],
  ]);
  test('mend a long word further than a short one', () => {
    expect(correctLatin('griffen', known)).toEqual([{ word: 'griffin', edits: 1 }]);
    expect(correctLatin('tranzformr', known)).toEqual([{ word: 'transformer', edits: 2 }]);
    expect(correctLatin('gemma', known)).toEqual([]);
    expect(correctLatin('mab', known)).toEqual([]);
  });
  test('mend a word not yet typed to its end', () =>
    expect(correctLatin('trasfor', known)).toEqual([{ word: 'transformer', edits: 2 }]));
  test('mend one Chinese character within a longer run', () =>
    expect(correctChinese('旋转位制编码怎么算', ['旋转位置编码', '流水线并行'])).toEqual([
      { wrong: '旋转位制编码', right: '旋转位置编码' },
    ]));
});
