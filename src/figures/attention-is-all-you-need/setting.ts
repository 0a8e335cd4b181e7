import { run } from './one-head.ts';
import { words } from './words.zh.ts';
import { layerCosts } from '#mechanisms/attention/layer-cost.ts';
import { evenShape, multiHeadMultiplications } from '#mechanisms/attention/multi-head.ts';
import { softmax } from '#mechanisms/attention/softmax.ts';
import {
  base,
  big,
  parameterGroups,
  trainingFlops,
  transformerParameters,
} from '#mechanisms/attention/transformer-size.ts';

/** What the page says in figures, all of it from the mechanisms. */
export const it = words.indexOf('它');
export const cat = words.indexOf('小猫');
export const milk = words.indexOf('牛奶');

/** The worked example: the row of "它" in the head where pronouns look for nouns. */
export const open = run({ head: 'reference', causal: false, positions: true });
export const masked = run({ head: 'reference', causal: true, positions: true });
export const weight = (j: number): number => open.weights.at(it, j);
export const unscaled = softmax(open.scores.row(it));

/** Table 1 for a sentence of 50 tokens in the base model. */
export const n = 50;
const size = { n, d: base.dModel, k: 3, r: 3 };
export const [attentionCost, recurrentCost] = [layerCosts['self-attention'](size), layerCosts.recurrent(size)];

/** Multiplications of a layer over n tokens with h heads, projections included. */
export const withHeads = (h: number): number => multiHeadMultiplications(n, evenShape(base.dModel, h));

export const groups = parameterGroups(base);
export const parameters = { base: transformerParameters(base), big: transformerParameters(big) };
/** Width 41,000 of vocabulary fits every row of Table 3 that prints parameters, the big model's apart. */
export const parametersAt41k = transformerParameters({ ...base, vocabulary: 41_000 });

const hour = 3600;
export const cost = { base: trainingFlops(12 * hour, 8), big: trainingFlops(3.5 * 24 * hour, 8) };
/** 100,000 steps of 0.4 s, in hours. */
export const baseHours = (100_000 * 0.4) / hour;

export const millions = (count: number): string => (count / 1e6).toFixed(1);
/** In units of 10,000, as Chinese counts. */
export const tenThousands = (count: number): string => (count / 1e4).toFixed(0);
/** A large number with its power of ten raised: 3.28×10¹⁸. */
export const scientific = (value: number): string => {
  const [digits, power = ''] = value.toExponential(2).split('e+');
  return `${digits}×10${[...power].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')}`;
};
