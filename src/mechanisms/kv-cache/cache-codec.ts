/** Whole caches through the codec: how many bits an element costs, and how far it comes back from where it was. */
import { decodeChannel, encodeChannel, type CodedChannel } from './anchor-deltas.ts';
import { countSymbols, encode, idealBits } from './arithmetic-coder.ts';
import type { Cache } from './correlated-cache.ts';

/** Bins for the three groups of layers, shallow to deep (App. C.2). */
export const DEFAULT_BINS = [0.5, 1, 1.5] as const;

/** The bin of a layer: layers fall into as many equal groups as there are bins. */
export function binOf(layer: number, layers: number, bins: readonly number[]): number {
  return bins[Math.floor((layer * bins.length) / layers)]!;
}

// #region coded-bits
/** Bits of a coded channel: 8 for each anchor, the differences as the arithmetic coder writes them with a table of their own. */
export function channelBits({ anchors, deltas }: CodedChannel): number {
  return 8 * anchors.length + encode(deltas, countSymbols(deltas)).length;
}

/** Bits an element of the cache takes, tables not counted: they are made once for a model (Sec. 5.2). */
export function bitsPerElement(cache: Cache, bins: readonly number[]): number {
  const channels = cache.flatMap((layer, l) => layer.map((x) => encodeChannel(x, binOf(l, cache.length, bins))));
  return channels.reduce((sum, coded) => sum + channelBits(coded), 0) / elements(cache);
}
// #endregion coded-bits

/** The same bins on the values themselves: Σ −log₂ P with a table for each channel, or one for the whole cache. */
export function directBits(cache: Cache, bins: readonly number[], tables: 'each' | 'one'): number {
  const messages = cache.flatMap((layer, l) =>
    layer.map((x) => Array.from(x, (value) => Math.round(value / binOf(l, cache.length, bins)))),
  );
  const groups = tables === 'one' ? [messages.flat()] : messages;
  return groups.reduce((sum, message) => sum + idealBits(message, countSymbols(message)), 0) / elements(cache);
}

/** Differences coded with one table for the whole cache instead of one a channel. */
export function sharedTableBits(cache: Cache, bins: readonly number[]): number {
  const coded = cache.flatMap((layer, l) => layer.map((x) => encodeChannel(x, binOf(l, cache.length, bins))));
  const message = coded.flatMap(({ deltas }) => deltas);
  const anchors = coded.reduce((sum, channel) => sum + channel.anchors.length, 0);
  return (8 * anchors + idealBits(message, countSymbols(message))) / elements(cache);
}

/** Root mean square of what the round trip changes, by layer. */
export function errorByLayer(cache: Cache, bins: readonly number[]): number[] {
  return cache.map((layer, l) => {
    const bin = binOf(l, cache.length, bins);
    const squares = layer.flatMap((x) => {
      const back = decodeChannel(encodeChannel(x, bin), bin);
      return Array.from(x, (value, t) => (value - back[t]!) ** 2);
    });
    return Math.sqrt(squares.reduce((a, b) => a + b, 0) / squares.length);
  });
}

const elements = (cache: Cache) => cache.reduce((sum, layer) => sum + layer.reduce((n, x) => n + x.length, 0), 0);
