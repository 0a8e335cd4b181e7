import { describe, expect, it } from 'vitest';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { bertRates, makeCloze, MASK } from './masking.ts';
import { doubtThreshold, originalGivenShown, trustInVisibleWord } from './visible-word.ts';

const vocabulary = ['a', 'b', 'c', 'd'];
const context = [0.5, 0.3, 0.15, 0.05];

describe('originalGivenShown', () => {
  it('is what a count over corrupted sentences finds', () => {
    const random = createRandom(7);
    const counts = vocabulary.map(() => vocabulary.map(() => 0)); // [shown][original]
    for (let draw = 0; draw < 400_000; draw++) {
      const u = random.next();
      const original = u < 0.5 ? 0 : u < 0.8 ? 1 : u < 0.95 ? 2 : 3;
      const shown = makeCloze([vocabulary[original]!], vocabulary, random, bertRates).input[0]!;
      if (shown !== MASK) counts[vocabulary.indexOf(shown)]![original]!++;
    }
    counts.forEach((row, shown) => {
      const seen = row.reduce((sum, n) => sum + n, 0);
      originalGivenShown(context, shown, bertRates).forEach((p, w) => expect(row[w]! / seen).toBeCloseTo(p, 1.7));
    });
  });

  it('believes a word that is never replaced and disregards one that always is', () => {
    expect(originalGivenShown(context, 3, { mask: 0.8, random: 0 })).toEqual([0, 0, 0, 1]);
    originalGivenShown(context, 3, { mask: 0.8, random: 0.2 }).forEach((p, w) =>
      expect(p).toBeCloseTo(context[w]!, 12),
    );
  });
});

describe('doubtThreshold', () => {
  it('is where belief in the shown word passes one half', () => {
    const V = 10;
    const at = doubtThreshold(V, bertRates);
    const belief = (c: number) => {
      const rest = (1 - c) / (V - 1);
      return originalGivenShown([c, ...Array.from({ length: V - 1 }, () => rest)], 0, bertRates)[0]!;
    };
    expect(at).toBeCloseTo(1 / 12, 12);
    expect(belief(at)).toBeCloseTo(0.5, 12);
    expect(belief(at * 0.9)).toBeLessThan(0.5);
  });
});

describe('trustInVisibleWord', () => {
  it('is an even chance at 80/10/10, certainty without random words, nothing without kept ones', () => {
    expect(trustInVisibleWord(bertRates)).toBeCloseTo(0.5, 12);
    expect(trustInVisibleWord({ mask: 0.8, random: 0 })).toBeCloseTo(1, 12);
    expect(trustInVisibleWord({ mask: 0.8, random: 0.2 })).toBeCloseTo(0, 12);
  });
});
