import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { normalise, type LanguageModel } from './distribution.ts';
import { meanTokens, roundOutcomes, speculativeSequences, targetSequences } from './enumeration.ts';
import { acceptanceRate } from './modified-rejection.ts';
import { expectedTokens } from './speed.ts';
import { speculativeRound, speculativeRun, type Pair } from './speculative-round.ts';

const row = fc
  .array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 })
  .filter((w) => w.some((x) => x > 0))
  .map(normalise);
/** A model that looks at its last two tokens, so that nothing rests on positions being independent. */
const model = fc.array(row, { minLength: 9, maxLength: 9 }).map(
  (rows): LanguageModel =>
    (prefix) =>
      rows[3 * prefix.at(-1)! + prefix.at(-2)!]!,
);
const pair = fc.record({ draft: model, target: model });
const prompt = [0, 0];

describe('speculative sampling', () => {
  it('emits sequences with exactly the probabilities of the target decoding alone, for any draft and any K', () => {
    fc.assert(
      fc.property(pair, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 4 }), (pair, K, n) => {
        const [ours, alone] = [speculativeSequences(pair, prompt, K, n), targetSequences(pair.target, prompt, n)];
        for (const key of new Set([...ours.keys(), ...alone.keys()]))
          expect(ours.get(key) ?? 0).toBeCloseTo(alone.get(key) ?? 0, 12);
      }),
      { numRuns: 60 },
    );
  });

  it('ends each round in outcomes whose probabilities sum to 1, with 1 to K + 1 tokens', () => {
    fc.assert(
      fc.property(pair, fc.integer({ min: 0, max: 4 }), (pair, K) => {
        const outcomes = roundOutcomes(pair, prompt, K);
        expect(outcomes.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
        for (const { tokens } of outcomes)
          expect([1, K + 1]).toEqual([Math.min(1, tokens.length), Math.max(K + 1, tokens.length)]);
      }),
      { numRuns: 60 },
    );
  });

  it('emits (1 − α^{K+1}) / (1 − α) tokens a round where contexts do not matter', () => {
    const [p, q] = [
      [0.5, 0.2, 0.2, 0.1, 0],
      [0.3, 0.1, 0.4, 0.1, 0.1],
    ];
    const flat: Pair = { draft: () => p, target: () => q };
    const alpha = acceptanceRate(p, q);
    for (const K of [0, 1, 4]) {
      expect(meanTokens(flat, [], K)).toBeCloseTo((1 - alpha ** (K + 1)) / (1 - alpha), 12);
      expect(expectedTokens(alpha, K)).toBeCloseTo(meanTokens(flat, [], K), 12);
    }
  });

  describe('drawn 20,000 times', () => {
    const rows = [
      [0.7, 0.2, 0.1],
      [0.1, 0.6, 0.3],
      [0.3, 0.3, 0.4],
    ];
    const bigram: Pair = { draft: (prefix) => rows[prefix.at(-1)!]!, target: (prefix) => rows[2 - prefix.at(-1)!]! };
    const [runs, K] = [20_000, 2];

    it('emits two tokens as often as the target alone would, by a chi-square test', () => {
      const random = createRandom(2023);
      const counts = new Map<string, number>();
      for (let i = 0; i < runs; i++) {
        const text = speculativeRun(bigram, [0], K, 2, random).flatMap(({ tokens }) => tokens);
        const key = text.slice(0, 2).join(' ');
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      const chiSquare = [...targetSequences(bigram.target, [0], 2)].reduce(
        (sum, [key, share]) => sum + ((counts.get(key) ?? 0) - runs * share) ** 2 / (runs * share),
        0,
      );
      expect(chiSquare).toBeLessThan(26.12); // 0.1% point for 8 degrees of freedom
    });

    it('emits as many tokens a round as enumeration expects', () => {
      const random = createRandom(7);
      let emitted = 0;
      for (let i = 0; i < runs; i++) emitted += speculativeRound(bigram, [0], K, random).tokens.length;
      expect(Math.abs(emitted / runs - meanTokens(bigram, [0], K))).toBeLessThan(4 * Math.sqrt(1 / runs));
    });
  });

  it('with one model as both, keeps every proposal; with K = 0 it is ordinary decoding', () => {
    const same: LanguageModel = (prefix) => (prefix.length % 2 ? [0.25, 0.75] : [0.5, 0.5]);
    const random = createRandom(3);
    for (const round of speculativeRun({ draft: same, target: same }, [], 4, 50, random))
      expect(round.accepted).toBe(4);
    for (const round of speculativeRun({ draft: same, target: same }, [], 0, 9, random))
      expect(round.tokens).toHaveLength(1);
  });
});
