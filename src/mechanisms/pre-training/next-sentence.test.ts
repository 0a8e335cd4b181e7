import { describe, expect, it } from 'vitest';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { drawPair } from './next-sentence.ts';

describe('drawPair', () => {
  const random = createRandom(4);
  const lengths = [3, 2, 1, 6];
  const pairs = Array.from({ length: 20_000 }, () => drawPair(lengths, random));

  it('labels a pair IsNext exactly when B follows A in the same document', () => {
    for (const { a, b, isNext } of pairs)
      expect(isNext).toBe(a.document === b.document && b.sentence === a.sentence + 1);
  });

  it('stays within the documents', () => {
    for (const { a, b } of pairs)
      for (const { document, sentence } of [a, b]) expect(sentence).toBeLessThan(lengths[document]!);
  });

  it('is IsNext half the time, within four standard errors', () => {
    const share = pairs.filter(({ isNext }) => isNext).length / pairs.length;
    expect(Math.abs(share - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / pairs.length));
  });

  it('needs somewhere else to draw from', () => {
    expect(() => drawPair([9, 1], random)).toThrow(RangeError);
  });
});
