import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { intensity, ridgePoint, type Work } from '#mechanisms/hardware/roofline.ts';
import { composition } from '#mechanisms/recurrence/affine-recurrence.ts';
import { prefixesOf, workEfficientScan } from '#mechanisms/recurrence/associative-scan.ts';
import { cacheOf, decodeLoad, parametersOf, shape7B, type Family } from '#mechanisms/recurrence/griffin-size.ts';
import { recall, type Entry } from '#mechanisms/recurrence/phone-book.ts';
import { lambdaOf, rgLru, rgLruStep } from '#mechanisms/recurrence/rg-lru.ts';
import { scales } from '#mechanisms/recurrence/state-variance.ts';
import { treeThroughHbm, updateOnChip, updateThroughHbm, vectorUnit } from '#mechanisms/recurrence/update-intensity.ts';

/** The hero's phone book: names are letters, six channels, a window of six tokens of which the question takes one. */
export const letters = 'ABCDEFGHIJKL';
export const book: readonly Entry[] = ['C5', 'A3', 'F8', 'B4', 'I7', 'E9', 'H2', 'D6', 'K1'].map((written) => ({
  name: letters.indexOf(written[0]!),
  digit: Number(written[1]),
}));
export const w = 6;
export const D = 6;

/** Coefficients of state and input as a gate opens, 0 … 1. */
const openings = Array.from({ length: 41 }, (_, k) => k / 40);
const gate = (decay: number) => openings.map((r) => ({ r, ...rgLruStep({ x: 1, r, i: 1 }, lambdaOf(decay)) }));
export const gates = {
  slow: gate(0.9),
  fast: gate(0.6),
  /** A GRU's update gate, or Mamba's with A = −1: the two coefficients add up to 1. */
  update: openings.map((r) => ({ r, a: 1 - r, b: scales.averaging(1 - r) })),
};
/** What a gate that is open a hundredth still does at a^c = 0.9. */
export const ajar = rgLruStep({ x: 1, r: 0.01, i: 1 }, lambdaOf(0.9));
export const wide = rgLruStep({ x: 1, r: 1, i: 1 }, lambdaOf(0.9));

/** Recall of the hand-set reader: a window of 16 tokens, 16 channels. */
export const reader = { w: 16, D: 16 } as const;
export const books = 12;
export const lengths = [5, 10, 15, 18, 22, 28, 36, 48];
export const recalled = {
  window: lengths.map((n) => recall({ ...reader, D: 0 }, n, 1)), // the same for every book
  state: lengths.map((n) => recall({ ...reader, w: 0 }, n, books)),
  both: lengths.map((n) => recall(reader, n, books)),
};

/** One channel over 256 random tokens: the largest difference between the loop's states and a tree scan's. */
const { normal } = createRandom(11);
const one = { Wa: Matrix.of([[1]]), ba: [0], Wx: Matrix.of([[1]]), bx: [0], Lambda: [lambdaOf(0.9)] };
const channel = rgLru(one, Matrix.from(256, 1, normal));
const steps = channel.steps.map((step) => step[0]!);
export const scanError = Math.max(
  ...prefixesOf(workEfficientScan(composition, steps), steps).map(({ b }, t) => Math.abs(b - channel.h[t]![0]!)),
);

/** bfloat16. */
export const bytes = 2;
export const cacheBytes = (family: Family, T: number): number => cacheOf(family, shape7B, T) * bytes;
/** The first length at which the Transformer's cache outgrows Griffin's. */
export const evenLength = firstLength((T) => cacheBytes('transformer', T) >= cacheBytes('griffin', T));
/** The first length at which one decode step of B sequences loads more in the Transformer than in Griffin. */
export const evenLoad = (B: number): number =>
  firstLength((T) => decodeLoad('transformer', shape7B, T, B) >= decodeLoad('griffin', shape7B, T, B));
export const loadBytes = (family: Family, T: number, B: number): number => decodeLoad(family, shape7B, T, B) * bytes;
export const moreParameters = parametersOf('griffin', shape7B) / parametersOf('transformer', shape7B) - 1;

/** By bisection: the Transformer's cache grows faster, so once reached, always reached. */
function firstLength(reached: (T: number) => boolean): number {
  let [below, T] = [0, 2 ** 20];
  while (T - below > 1) {
    const middle = Math.floor((below + T) / 2);
    if (reached(middle)) T = middle;
    else below = middle;
  }
  return T;
}

/** Three ways to run Eq. 4, per channel and token, and what the vector unit makes of them. */
export const updates = {
  throughHbm: describe(updateThroughHbm(bytes)),
  onChip: describe(updateOnChip(bytes)),
  tree: describe(treeThroughHbm(2048, bytes)),
};
export const ridge = ridgePoint(vectorUnit);

function describe(work: Work) {
  const perByte = intensity(work);
  return { ...work, perByte, share: perByte / ridgePoint(vectorUnit) };
}

/** Table 1: MMLU, HellaSwag, PIQA, WinoGrande, ARC-E, ARC-C. */
const table1 = {
  'Transformer-6B': [38.9, 77.0, 79.5, 70.4, 74.1, 45.2],
  'Hawk-7B': [35.0, 77.6, 80.0, 69.9, 74.4, 45.9],
  'Griffin-7B': [39.3, 78.6, 81.0, 72.6, 75.4, 47.9],
  'Llama-2 7B': [45.3, 77.2, 78.8, 69.2, 75.2, 45.9],
  'Griffin-14B': [49.5, 81.4, 81.8, 74.1, 79.1, 50.8],
  'Llama-2 13B': [54.8, 80.7, 80.5, 72.8, 77.3, 49.4],
} as const;
export type Model = keyof typeof table1;

const mean = (scores: readonly number[]): number => scores.reduce((sum, score) => sum + score, 0) / scores.length;
/** The average of all six tasks, MMLU by itself, and the other five. */
export function scoresOf(model: Model): { six: number; mmlu: number; five: number } {
  const [mmlu, ...others] = table1[model];
  return { six: mean(table1[model]), mmlu, five: mean(others) };
}
