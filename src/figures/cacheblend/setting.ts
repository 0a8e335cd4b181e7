/** What this page's figures and text run: four short texts and a question through a tiny decoder, and the paper's layer times. */
import {
  blend,
  deviation,
  fallingRatios,
  highestDeviation,
  joinCaches,
  relativeError,
  type Select,
} from '#mechanisms/kv-cache/cache-fusion.ts';
import { LEAST_RATIO, overlap, recomputeRatio } from '#mechanisms/kv-cache/loading-controller.ts';
import { rankCorrelation } from '#mechanisms/kv-cache/rank-correlation.ts';
import { textsWithNames } from '#mechanisms/kv-cache/texts-with-names.ts';
import { prefill, randomDecoder } from '#mechanisms/kv-cache/tiny-decoder.ts';
import { createRandom, type Random } from '#mechanisms/numeric/random.ts';

export const LAYERS = 6;
export const shape = { chunks: 4, size: 10, d: 24 };
export const reused = shape.chunks * shape.size;

function setUp(seed: number) {
  const random = createRandom(seed);
  const decoder = randomDecoder(LAYERS, shape.d, 2, random);
  const { chunks, question, names } = textsWithNames(shape, random);
  const all = [...chunks.flat(), ...question];
  return { decoder, all, names, full: prefill(decoder, all), joined: joinCaches(decoder, chunks) };
}

/** The example that is drawn: a seed at which the picture is clear; the curves are means over others. */
export const example = setUp(15);
export const tokens = example.all.length;
export const ratio = LEAST_RATIO;
export const blended = blend(example.decoder, example.all, example.joined, fallingRatios(LAYERS, ratio));
/** How far each stored entry is from the full prefill's, by layer and token. */
export const deviations = example.joined.map((entries, l) =>
  entries.map((entry, m) => deviation(entry, example.full.cache[l]![m]!)),
);
/** The share of the squared deviation of a layer that its `count` tokens of highest deviation hold. */
export const heldBy = (layer: number, count: number): number => {
  const squares = deviations[layer]!.map((value) => value ** 2).sort((a, b) => b - a);
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  return sum(squares.slice(0, count)) / sum(squares);
};
/** How alike layers l and l + 1 rank the tokens behind the first chunk; from layer 1 on. */
export const likeness = deviations.slice(1, -1).map((layer, i) => {
  const behind = (values: readonly number[]) => values.slice(shape.size);
  return rankCorrelation(behind(layer), behind(deviations[i + 2]!));
});
const error = (ratios: readonly number[], select: Select, one = example) =>
  relativeError(blend(one.decoder, one.all, one.joined, ratios, select), one.full, reused);
export const errors = {
  reuse: error(fallingRatios(LAYERS, 0), highestDeviation),
  blended: relativeError(blended, example.full, reused),
};

const atRandom =
  (random: Random): Select =>
  (candidates, _, count) =>
    candidates
      .map((token) => ({ token, key: random.next() }))
      .sort((a, b) => a.key - b.key)
      .slice(0, count)
      .map(({ token }) => token);

/** The mean error over seeds by the share recomputed, chosen by deviation and at random. */
const SEEDS = 8;
export const shares = [0, 0.1, 0.15, 0.3, 0.5, 0.75, 1];
const trials = Array.from({ length: SEEDS }, (_, seed) => setUp(200 + seed));
const meanError = (share: number, select: (seed: number) => Select) =>
  trials.reduce(
    (sum, one, seed) => sum + error(fallingRatios(LAYERS, share, share === 1 ? 0 : undefined), select(seed), one),
    0,
  ) / SEEDS;
export const curves = {
  deviation: shares.map((share) => meanError(share, () => highestDeviation)),
  random: shares.map((share) => meanError(share, (seed) => atRandom(createRandom(seed)))),
};

/** Sec. 5: milliseconds a layer at 4K tokens, 15% recomputed, loaded from NVMe; layers as published with the models. */
export const models = {
  small: { layers: 32, recompute: 3, load: 16 },
  large: { layers: 80, recompute: 7, load: 4 },
};
const timesOf = ({ layers, recompute, load }: (typeof models)['small']) => {
  const full = recompute / LEAST_RATIO;
  const ratio = recomputeRatio(full, load);
  return {
    full,
    /** The share at which loading and recomputing a layer take the same time. */
    hidden: load / full,
    ratio,
    total: overlap(layers, load, recompute).at(-1)!.compute.end,
    inTurn: layers * (load + recompute),
    fullTotal: layers * full,
    first: overlap(layers, load, recompute).slice(0, 6),
  };
};
export const times = { small: timesOf(models.small), large: timesOf(models.large) };
/** Sec. 2: seconds to prefill 4K tokens with Llama-70B; milliseconds a layer that follow. */
export const largePrefill = 6;
export const largeLayer = (largePrefill * 1000) / models.large.layers;
