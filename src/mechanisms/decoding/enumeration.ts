/**
 * Speculative sampling without chance: every way in which rounds can go, with its exact probability. What
 * speculative-round.ts draws, this adds up, so that Theorem 1 can be checked to the last digit, for sequences too.
 *
 * Left out: nothing of the algorithm, but it takes time exponential in K and n and is for small vocabularies.
 */
import type { Distribution, LanguageModel } from '#mechanisms/decoding/distribution.ts';
import { acceptance, residual } from '#mechanisms/decoding/modified-rejection.ts';
import type { Pair } from '#mechanisms/decoding/speculative-round.ts';

/** One way for a round to go: the tokens that it emits. The same tokens can come about in several ways. */
export interface Outcome {
  readonly tokens: readonly number[];
  readonly probability: number;
}

const tokensOf = (distribution: Distribution): number[] => [...distribution.keys()].filter((x) => distribution[x]! > 0);

// #region round-outcomes
/** Outcomes of a round with K proposals left: keep the next and go on, or replace it and stop. */
export function roundOutcomes(pair: Pair, prefix: readonly number[], K: number): Outcome[] {
  const q = pair.target(prefix);
  if (K === 0) return tokensOf(q).map((x) => ({ tokens: [x], probability: q[x]! }));
  const p = pair.draft(prefix);
  const kept = tokensOf(p).flatMap((x) =>
    roundOutcomes(pair, [...prefix, x], K - 1).map(({ tokens, probability }) => ({
      tokens: [x, ...tokens],
      probability: p[x]! * acceptance(p, q, x) * probability,
    })),
  );
  const rejected = tokensOf(p).reduce((sum, x) => sum + p[x]! * (1 - acceptance(p, q, x)), 0);
  if (rejected === 0) return kept;
  const correction = residual(p, q);
  const corrected = tokensOf(correction).map((x) => ({ tokens: [x], probability: rejected * correction[x]! }));
  return [...kept, ...corrected];
}
// #endregion round-outcomes

/** The mean number of tokens that a round emits after this prefix. */
export function meanTokens(pair: Pair, prefix: readonly number[], K: number): number {
  return roundOutcomes(pair, prefix, K).reduce((sum, { tokens, probability }) => sum + probability * tokens.length, 0);
}

/** Probabilities of the first n tokens after a prompt; keys are ids joined by spaces. */
export type SequenceDistribution = ReadonlyMap<string, number>;

/** The first n tokens that rounds of K proposals emit; the last round is cut off at n. */
export function speculativeSequences(
  pair: Pair,
  prompt: readonly number[],
  K: number,
  n: number,
): SequenceDistribution {
  return unroll((text) => roundOutcomes(pair, text, K), prompt, n);
}

/** The first n tokens that the target emits alone, one at a time: what speculative sampling must reproduce. */
export function targetSequences(target: LanguageModel, prompt: readonly number[], n: number): SequenceDistribution {
  const step = (text: readonly number[]): Outcome[] =>
    tokensOf(target(text)).map((x) => ({ tokens: [x], probability: target(text)[x]! }));
  return unroll(step, prompt, n);
}

/** Follows all outcomes of repeated steps until n tokens stand, and adds up the ways to each sequence. */
function unroll(step: (text: readonly number[]) => Outcome[], prompt: readonly number[], n: number) {
  const sums = new Map<string, number>();
  const follow = (emitted: readonly number[], weight: number): void => {
    if (emitted.length >= n) {
      const key = emitted.slice(0, n).join(' ');
      sums.set(key, (sums.get(key) ?? 0) + weight);
      return;
    }
    for (const { tokens, probability } of step([...prompt, ...emitted]))
      follow([...emitted, ...tokens], weight * probability);
  };
  follow([], 1);
  return sums;
}
