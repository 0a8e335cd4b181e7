/** What this page's figures and text run: one channel worked by hand, a synthetic cache, and a context streamed over a bad network. */
import { encodeChannel, GROUP } from '#mechanisms/kv-cache/anchor-deltas.ts';
import { countSymbols, encode, idealBits } from '#mechanisms/kv-cache/arithmetic-coder.ts';
import {
  bitsPerElement,
  DEFAULT_BINS,
  directBits,
  errorByLayer,
  sharedTableBits,
} from '#mechanisms/kv-cache/cache-codec.ts';
import { correlatedCache, correlatedChannel, varianceOfDeltas } from '#mechanisms/kv-cache/correlated-cache.ts';
import { stream, streamFixed, type Chunk, type Sent, type Stretch } from '#mechanisms/kv-cache/kv-streaming.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';

/** Twenty tokens of one channel: two groups. */
const bin = 0.5;
export const channel = correlatedChannel(2 * GROUP, 0.96, 6, 1.6, createRandom(21));
const coded = encodeChannel(channel, bin);
export const example = {
  bin,
  anchors: coded.anchors.map((code) => coded.low + coded.step * code),
  deltas: coded.deltas,
  bits: idealBits(coded.deltas, countSymbols(coded.deltas)),
};
/** Token t's difference in bins; undefined for anchors. */
export const deltaAt = (t: number): number | undefined =>
  t % GROUP === 0 ? undefined : coded.deltas[t - Math.floor(t / GROUP) - 1];

/** The word from the text: a a a b, three parts in four and one. */
const word = [0, 0, 0, 1];
export const wordBits = {
  ideal: idealBits(word, countSymbols(word)),
  /** A thousand of them in a row. */
  coded: encode(Array.from({ length: 1000 }, () => word).flat(), countSymbols(word)).length / 1000,
};

/** Six layers of eight channels over 600 tokens. */
const shape = { layers: 6, channels: 8, tokens: 600 };
export const rho = 0.97;
const cache = correlatedCache(shape, rho, createRandom(5));
export const bits = {
  directOne: directBits(cache, DEFAULT_BINS, 'one'),
  directEach: directBits(cache, DEFAULT_BINS, 'each'),
  deltasOne: sharedTableBits(cache, DEFAULT_BINS),
  deltasEach: bitsPerElement(cache, DEFAULT_BINS),
};
export const errors = errorByLayer(cache, DEFAULT_BINS);

/** Table 1: 622 MB at 8 bits, 176 MB as a bitstream. */
export const paper = { eightBit: 622e6, cachegen: 176e6, bits: (8 * 176) / 622 };
/** Mistral-7B: 32 layers, 8 key-value heads of 128, keys and values. */
export const elementsPerToken = 2 * 32 * 8 * 128;
export const paperTokens = paper.eightBit / elementsPerToken;

/** How the spread of differences falls as neighbours become alike. */
const rhos = Array.from({ length: 50 }, (_, i) => i / 50 + 0.01);
export const spread = {
  anchor: rhos.map((r): [number, number] => [r, varianceOfDeltas(r, GROUP)]),
  previous: rhos.map((r): [number, number] => [r, varianceOfDeltas(r, 2)]),
};
/** The least ρ at which differences to the anchor are smaller than the values. */
export const breakEven = (() => {
  let [low, high] = [0.5, 1];
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (varianceOfDeltas(middle, GROUP) > 1) low = middle;
    else high = middle;
  }
  return high;
})();

/** Eight chunks of 1,500 tokens at three levels: the bins as they are, and twice and four times as wide. */
const LEVELS = [1, 2, 4];
const chunkElements = 1500 * elementsPerToken;
export const levelBits = LEVELS.map((wide) =>
  bitsPerElement(
    cache,
    DEFAULT_BINS.map((b) => wide * b),
  ),
);
const chunk: Chunk = { sizes: levelBits.map((b) => (b * chunkElements) / 8), recompute: 0.3 };
export const chunks: Chunk[] = Array.from({ length: 8 }, () => chunk);
export const chunkSizes = chunk.sizes;
const gbps = (g: number) => (g * 1e9) / 8;
export const network: Stretch[] = [
  { from: 0, rate: gbps(3) },
  { from: 0.25, rate: gbps(0.5) },
  { from: 0.6, rate: gbps(2) },
];
export const deadline = 1;
export const sent = {
  best: streamFixed(chunks, network, 0),
  text: streamFixed(chunks, network, 'text'),
  adaptive: stream(chunks, network, deadline, network[0]!.rate),
};
export const endOf = (all: readonly Sent[]): number => all.at(-1)!.end;
export const gigabits = (rate: number): number => (8 * rate) / 1e9;
export const megabytes = (bytes: number): number => bytes / 1e6;
