/**
 * Why a chosen token is not always replaced by [MASK]: what the best possible reader does at a position that carries a
 * loss, given what it reads there. The paper argues in words (§3.1, Appendix A.1); this is Bayes' rule for its recipe.
 * The context enters as a distribution over the V words, however it was found.
 */
import type { MaskingRates } from './masking.ts';

/** Among chosen positions that still show an ordinary word, the share that shows the right one by intention. */
export const trustInVisibleWord = ({ mask, random }: Omit<MaskingRates, 'chosen'>): number =>
  (1 - mask - random) / (1 - mask);

// #region original-given-shown
/**
 * P(original = w | context, the position shows word o) ∝ c(w) · (random/V + keep · [w = o]). `context` is c: V entries
 * that sum to 1. A position that shows [MASK] says nothing of its own: there the answer is c itself.
 */
export function originalGivenShown(
  context: readonly number[],
  shown: number,
  { mask, random }: Omit<MaskingRates, 'chosen'>,
): number[] {
  const keep = 1 - mask - random;
  const weights = context.map((c, w) => c * (random / context.length + (w === shown ? keep : 0)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
// #endregion original-given-shown

/**
 * The probability below which the context must put the shown word before the best reader doubts it (believes it with
 * less than one half): 1/(2 + V·keep/random). Where nothing is kept it never believes beyond the context: one half.
 */
export function doubtThreshold(V: number, { mask, random }: Omit<MaskingRates, 'chosen'>): number {
  return random === 0 ? 0 : 1 / (2 + (V * (1 - mask - random)) / random);
}
