import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { bertRates, CLS, clozePredictions, countFates, expectedShares, makeCloze, MASK, SEP } from './masking.ts';

const vocabulary = ['a', 'b', 'c', 'd', 'e', 'f'];
const pair = (n: number, m: number) => {
  const words = (count: number) => Array.from({ length: count }, (_, i) => vocabulary[i % vocabulary.length]!);
  return [CLS, ...words(n), SEP, ...words(m), SEP];
};
const sizes = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }));

describe('makeCloze', () => {
  it('asks for 15 % of the sequence, never for a special token, each position once and from left to right', () => {
    fc.assert(
      fc.property(sizes, fc.integer(), ([n, m], seed) => {
        const tokens = pair(n, m);
        const positions = makeCloze(tokens, vocabulary, createRandom(seed)).targets.map(({ position }) => position);
        expect(positions).toHaveLength(Math.max(1, Math.round(0.15 * tokens.length)));
        expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
        for (const position of positions) expect([CLS, SEP]).not.toContain(tokens[position]);
      }),
    );
  });

  it('changes only what it asks for, and remembers what stood there', () => {
    fc.assert(
      fc.property(sizes, fc.integer(), ([n, m], seed) => {
        const tokens = pair(n, m);
        const { input, targets } = makeCloze(tokens, vocabulary, createRandom(seed));
        const restored = [...input];
        for (const { position, fate, original } of targets) {
          if (fate === 'mask') expect(input[position]).toBe(MASK);
          if (fate === 'keep') expect(input[position]).toBe(original);
          if (fate === 'random') expect(vocabulary).toContain(input[position]);
          restored[position] = original;
        }
        expect(restored).toEqual(tokens);
      }),
    );
  });

  it('chooses every ordinary position equally often', () => {
    const tokens = pair(9, 8); // 20 tokens, 17 ordinary, 3 chosen
    const random = createRandom(3);
    const chosen = tokens.map(() => 0);
    const draws = 20_000;
    for (let i = 0; i < draws; i++)
      for (const { position } of makeCloze(tokens, vocabulary, random).targets) chosen[position]!++;
    const p = 3 / 17;
    const sigma = Math.sqrt(draws * p * (1 - p));
    tokens.forEach((token, i) => {
      if (token !== CLS && token !== SEP) expect(Math.abs(chosen[i]! - draws * p)).toBeLessThan(4 * sigma);
    });
  });

  it('at the rate of 100 % masks hides all that it asks for', () => {
    const all = makeCloze(pair(40, 40), vocabulary, createRandom(1), { chosen: 0.15, mask: 1, random: 0 });
    expect(all.targets.every(({ position }) => all.input[position] === MASK)).toBe(true);
  });
});

describe('countFates', () => {
  it('comes out at 12 %, 1.5 % and 1.5 % of all tokens, within four standard errors', () => {
    const tokens = pair(57, 40); // 100 tokens, 15 chosen
    const draws = 10_000;
    const counts = countFates(tokens, vocabulary, draws, createRandom(2018));
    expect(expectedShares().mask).toBeCloseTo(0.12, 12);
    expect(expectedShares().random).toBeCloseTo(0.015, 12);
    expect(expectedShares().keep).toBeCloseTo(0.015, 12);
    const chosen = 15 * draws;
    for (const [fate, p] of [
      ['mask', 0.8],
      ['random', 0.1],
      ['keep', 0.1],
    ] as const)
      expect(Math.abs(counts[fate] - chosen * p)).toBeLessThan(4 * Math.sqrt(chosen * p * (1 - p)));
    expect(counts.mask + counts.random + counts.keep).toBe(chosen);
  });
});

describe('clozePredictions', () => {
  it('is 77 of the 512 positions of the longest sequence, and at least one of the shortest', () => {
    expect(clozePredictions(512)).toBe(77);
    expect(clozePredictions(3)).toBe(1);
    expect(bertRates.chosen).toBe(0.15);
  });
});
