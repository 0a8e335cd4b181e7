/** What this page's figures and text compute: a toy haystack, intervals, and the cost of context for a public model's shape. */
import { rateInterval } from '#mechanisms/long-context/binomial-interval.ts';
import { evenLength, kvBytes, prefillFlops, type ContextShape } from '#mechanisms/long-context/context-cost.ts';
import { finds, marginFor, needleWeight } from '#mechanisms/long-context/needle-attention.ts';
import { fitPowerLaw, powerLaw } from '#mechanisms/long-context/power-law.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { llamaModels } from '#mechanisms/transformer-block/llama-size.ts';

/** A toy haystack: lengths across, depths down, one try a cell; the margin is drawn around 17 with a deviation of 1.5. */
export const lengths = [1e3, 1e4, 1e5, 5e5, 1e6, 2e6, 5e6, 1e7];
export const depths = Array.from({ length: 11 }, (_, i) => i * 10);
const TRIES = { mean: 17, deviation: 1.5 };
const random = createRandom(5);
export const grid = depths.map(() => lengths.map((n) => (finds(n, TRIES.mean, TRIES.deviation, random) ? 1 : 0)));
export const foundOf = (column: number): number => grid.reduce((sum, row) => sum + row[column]!, 0);

/** Margins for a share of the attention, by length. */
const decades = Array.from({ length: 41 }, (_, i) => 10 ** (3 + i / 10));
export const sharesAsked = [0.5, 0.9, 0.99];
export const margins = sharesAsked.map((w) => decades.map((n): [number, number] => [n, marginFor(w, n)]));
export const handWeight = needleWeight(Math.log(1000), 1001);
export const margin = { at1k: marginFor(0.9, 1e3), at1M: marginFor(0.9, 1e6), at10M: marginFor(0.9, 1e7) };

/** A grid of 11 depths by 5 lengths without a failure, and 99 of 100. */
export const flawless = { n: 55, interval: rateInterval(55, 55) };
export const nearly = { k: 99, n: 100, interval: rateInterval(99, 100) };
/** Tries without a failure after which 99% is believable: the least n with 0.025^(1/n) ≥ 0.99. */
export const triesFor99 = Math.ceil(Math.log(0.025) / Math.log(0.99));
export const percent = (rate: number, digits = 1): string => `${(rate * 100).toFixed(digits)}%`;

/** LLaMA 65B: its own 64 heads of 128, and as it would be with eight key-value heads. */
const llama = llamaModels.find(({ name }) => name === '65B')!;
const HEAD = 128;
export const shape: ContextShape = {
  layers: llama.layers,
  d: llama.d,
  kvHeads: llama.d / HEAD,
  headWidth: HEAD,
  parameters: llama.printed,
};
const grouped: ContextShape = { ...shape, kvHeads: 8 };
export const perToken = kvBytes(shape, 1);
export const atMillion = { all: kvBytes(shape, 1e6), grouped: kvBytes(grouped, 1e6) };
const byLength = (one: ContextShape) => decades.map((n): [number, number] => [n, kvBytes(one, n) / 1e9]);
export const caches = { all: byLength(shape), grouped: byLength(grouped) };
export const even = evenLength(shape);
const flops = prefillFlops(shape, 1e6);
export const attentionShare = flops.attention / (flops.attention + flops.weights);
export const timesWeights = flops.attention / flops.weights;

/** Fig. 9: frames, tokens, hours of the longest video. */
export const video = { frames: 37_994, tokens: 9.9e6, hours: 10.5 };
export const tokensPerFrame = video.tokens / video.frames;

/** Points of a made-up law with noise, and its fit. */
const law = { alpha: 2.4, beta: -0.22, gamma: 0.9 };
const noise = createRandom(21);
export const losses = decades.map((x): [number, number] => [x, powerLaw(law, x) + 0.004 * noise.normal()]);
export const fitted = fitPowerLaw(losses);
export const fittedLine = decades.map((x): [number, number] => [x, powerLaw(fitted, x)]);
export const made = law;

/** Sec. 5.2: recall in per cent by millions of tokens. */
export const recall = {
  one: [
    [0.53, 100],
    [1, 99.7],
    [10, 99.2],
  ] as [number, number][],
  hundred: [
    [0.128, 70],
    [1, 60],
  ] as [number, number][],
};
