/**
 * How BERT makes a cloze test out of a text (§3.1, Task #1; Appendix A.1): choose 15 % of the positions, hide most of
 * them, and ask for the words that stood there. As in the released data generator the number chosen is 15 % of the
 * whole length, rounded, and never falls on a special token. Left out: padding, the cap on predictions per sequence,
 * and any regard for words that were cut into several pieces (the paper has none either, Appendix A.2).
 */
import type { Random } from '#mechanisms/numeric/random.ts';

export const CLS = '[CLS]';
export const SEP = '[SEP]';
export const MASK = '[MASK]';
const special = new Set([CLS, SEP]);

/** What becomes of a chosen token. */
export type Fate = 'mask' | 'random' | 'keep';

/** The share of positions chosen, and how the chosen divide; what `mask` and `random` leave over is kept. */
export interface MaskingRates {
  readonly chosen: number;
  readonly mask: number;
  readonly random: number;
}

export const bertRates: MaskingRates = { chosen: 0.15, mask: 0.8, random: 0.1 };

/** A position that carries a loss: what was done to it, and the answer. */
export interface Target {
  readonly position: number;
  readonly fate: Fate;
  readonly original: string;
}

/** What the model reads, and what it is asked: n tokens and their targets from left to right. */
export interface Cloze {
  readonly input: readonly string[];
  readonly targets: readonly Target[];
}

// #region make-cloze
/** Corrupts n tokens; a random word is any of the vocabulary, so now and then it is the right one. */
export function makeCloze(
  tokens: readonly string[],
  vocabulary: readonly string[],
  random: Random,
  rates: MaskingRates = bertRates,
): Cloze {
  const input = [...tokens];
  const targets = choosePositions(tokens, rates.chosen, random).map((position): Target => {
    const fate = drawFate(rates, random);
    if (fate === 'mask') input[position] = MASK;
    if (fate === 'random') input[position] = vocabulary[random.integer(0, vocabulary.length - 1)]!;
    return { position, fate, original: tokens[position]! };
  });
  return { input, targets };
}

function drawFate({ mask, random: replaced }: MaskingRates, random: Random): Fate {
  const u = random.next();
  return u < mask ? 'mask' : u < mask + replaced ? 'random' : 'keep';
}
// #endregion make-cloze

/** Positions that carry a loss in a sequence of n tokens: 15 % of them, but at least one. */
export const clozePredictions = (n: number, chosen: number = bertRates.chosen): number =>
  Math.max(1, Math.round(chosen * n));

/** Positions that carry a loss when the same sequence is read from left to right: each foretells the next one. */
export const leftToRightPredictions = (n: number): number => n - 1;

/** That many ordinary positions, every choice equally likely, from left to right (selection sampling). */
function choosePositions(tokens: readonly string[], chosen: number, random: Random): number[] {
  const ordinary = tokens.flatMap((token, i) => (special.has(token) ? [] : [i]));
  let toChoose = clozePredictions(tokens.length, chosen);
  return ordinary.filter((_, passed) => {
    const take = random.next() * (ordinary.length - passed) < toChoose;
    if (take) toChoose--;
    return take;
  });
}

/** The expected share of all tokens that meets each fate: 12 %, 1.5 % and 1.5 % at the paper's rates. */
export function expectedShares({ chosen, mask, random }: MaskingRates = bertRates): Record<Fate, number> {
  return { mask: chosen * mask, random: chosen * random, keep: chosen * (1 - mask - random) };
}

/** How often each fate befell a token in `draws` corruptions of the same n tokens. */
export function countFates(
  tokens: readonly string[],
  vocabulary: readonly string[],
  draws: number,
  random: Random,
): Record<Fate, number> {
  const counts = { mask: 0, random: 0, keep: 0 };
  for (let draw = 0; draw < draws; draw++)
    for (const { fate } of makeCloze(tokens, vocabulary, random).targets) counts[fate]++;
  return counts;
}
