/**
 * Probability distributions over a vocabulary of token ids 0…V−1, and the language models that yield them.
 *
 * A model is a function from a prefix to the distribution of the next token: all that decoding needs to know of it.
 * Left out: logits, and vocabularies too large to write out.
 */
import type { Random } from '#mechanisms/numeric/random.ts';

/** Entry x is the probability of token x: V entries ≥ 0 that sum to 1. */
export type Distribution = readonly number[];

/** The distribution of the token that follows a prefix of token ids. */
export type LanguageModel = (prefix: readonly number[]) => Distribution;

/** A token drawn by inversion: the first x whose cumulative probability exceeds r ~ U[0, 1). */
export function sample(distribution: Distribution, random: Random): number {
  let r = random.next();
  for (const [x, probability] of distribution.entries()) {
    r -= probability;
    if (r < 0) return x;
  }
  return distribution.findLastIndex((probability) => probability > 0); // rounding left the sum just below 1
}

/** The weights divided by their sum. Throws a RangeError where they sum to 0. */
export function normalise(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (!(sum > 0)) throw new RangeError('weights that sum to 0 make no distribution');
  return weights.map((weight) => weight / sum);
}

// #region temper
/**
 * The distribution at temperature T: p(x)^{1/T}, normalised, which is what dividing logits by T does. T = 0 is greedy
 * decoding: all mass on the first of the most probable tokens.
 */
export function temper(p: Distribution, T: number): number[] {
  const most = Math.max(...p);
  if (T === 0) return p.map((_, x) => (x === p.indexOf(most) ? 1 : 0));
  return normalise(p.map((probability) => (probability / most) ** (1 / T)));
}
// #endregion temper
