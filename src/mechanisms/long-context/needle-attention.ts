/**
 * How hard it is for one softmax to find one key among n: a teaching model, not Gemini's attention, which is undisclosed.
 *
 * Modelled: one query, one key that fits it by a margin m of logits, n − 1 others that all fit alike. Left out: several
 * heads and layers, positions, keys that nearly fit.
 */
import type { Random } from '#mechanisms/numeric/random.ts';

// #region needle
/** The needle's share of the attention: e^m/(e^m + n − 1). */
export const needleWeight = (m: number, n: number): number => 1 / (1 + (n - 1) * Math.exp(-m));

/** The margin that gives the needle a share w among n keys: ln(w(n − 1)/(1 − w)). */
export const marginFor = (w: number, n: number): number => Math.log((w * (n - 1)) / (1 - w));
// #endregion needle

/** Whether one try finds its needle: its margin, drawn around `mean`, suffices for half of the attention. */
export const finds = (n: number, mean: number, deviation: number, random: Random): boolean =>
  needleWeight(mean + deviation * random.normal(), n) > 0.5;
