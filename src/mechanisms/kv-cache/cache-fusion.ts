/**
 * Caches of several texts, each computed alone, made into the cache of all of them behind one another (CacheBlend,
 * Sec. 4): keys turned to their new positions, then K and V of a few tokens computed anew, layer by layer.
 */
import { rotate } from '#mechanisms/attention/rotary-positions.ts';
import { attend, entryOf, prefill, type Decoder, type Entry, type Prefilled, type Vector } from './tiny-decoder.ts';

// #region join
/** Full KV reuse: each chunk prefilled alone, its keys turned on by as many positions as tokens now stand before it. */
export function joinCaches(decoder: Decoder, chunks: readonly (readonly Vector[])[]): Entry[][] {
  const joined: Entry[][] = decoder.map(() => []);
  let before = 0;
  for (const chunk of chunks) {
    prefill(decoder, chunk).cache.forEach((entries, l) =>
      joined[l]!.push(...entries.map(({ key, value }) => ({ key: rotate(key, before), value }))),
    );
    before += chunk.length;
  }
  return joined;
}
// #endregion join

// #region deviation
/** Δ_kv of one token in one layer (Sec. 4.3): how far its K and V are from those they should be. */
export function deviation(entry: Entry, full: Entry): number {
  const square = (a: Vector, b: Vector) => a.reduce((sum, value, c) => sum + (value - b[c]!) ** 2, 0);
  return Math.sqrt(square(entry.key, full.key) + square(entry.value, full.value));
}
// #endregion deviation

/** Picks `count` of the candidates: by the deviation that each was just seen to have, or some other way. */
export type Select = (candidates: readonly number[], seen: (token: number) => number, count: number) => number[];

/** The tokens with the highest KV deviation. */
export const highestDeviation: Select = (candidates, seen, count) =>
  [...candidates].sort((a, b) => seen(b) - seen(a)).slice(0, count);

export interface Blended extends Prefilled {
  /** Tokens of the chunks that each layer computed anew, in order. */
  readonly recomputed: readonly (readonly number[])[];
}

/** The layer, counted from 0, that first measures deviations: in layer 0, K and V come from the words alone. */
export const CHECK_LAYER = 1;

// #region blend
/**
 * Fuses the joined cache of `embeddings` and prefills the question, which follows the chunks and is always computed.
 * Layers below the check layer compute every token; layer l from there on keeps the share ratios[l] of the chunks'
 * tokens, chosen among those that the layer before computed (gradual filtering, Fig. 9).
 */
export function blend(
  decoder: Decoder,
  embeddings: readonly Vector[],
  joined: readonly (readonly Entry[])[],
  ratios: readonly number[],
  select: Select = highestDeviation,
): Blended {
  const reused = joined[0]!.length;
  const question = [...embeddings.keys()].slice(reused);
  const hidden = [...embeddings];
  let chosen = [...Array(reused).keys()];
  const recomputed: number[][] = [];
  const cache = decoder.map((layer, l) => {
    const fresh = new Map([...chosen, ...question].map((m) => [m, entryOf(layer, hidden[m]!, m)]));
    if (l >= CHECK_LAYER) {
      const seen = (m: number) => deviation(joined[l]![m]!, fresh.get(m)!);
      chosen = select(chosen, seen, Math.round(ratios[l]! * reused)).sort((a, b) => a - b);
    }
    const kept = new Set([...chosen, ...question]);
    const entries = embeddings.map((_, m) => (kept.has(m) ? fresh.get(m)! : joined[l]![m]!));
    for (const m of kept) hidden[m] = attend(layer, hidden[m]!, m, entries);
    recomputed.push(chosen);
    return entries;
  });
  return { cache, hidden, recomputed };
}
// #endregion blend

/**
 * Shares for `layers` layers that fall evenly from the check layer to the last with mean r over these; all tokens below.
 * `fall` is the first share minus the last, over r.
 */
export function fallingRatios(layers: number, r: number, fall = 0.4): number[] {
  const steps = Math.max(1, layers - 1 - CHECK_LAYER);
  return Array.from({ length: layers }, (_, l) =>
    l < CHECK_LAYER ? 1 : Math.min(1, r * (1 + fall * (0.5 - (l - CHECK_LAYER) / steps))),
  );
}

/** How far the hidden states of the tokens from `first` on are from a full prefill's, over how large those are. */
export function relativeError({ hidden }: Prefilled, full: Prefilled, first: number): number {
  let [off, size] = [0, 0];
  for (let m = first; m < hidden.length; m++)
    full.hidden[m]!.forEach((value, c) => {
      off += (hidden[m]![c]! - value) ** 2;
      size += value ** 2;
    });
  return Math.sqrt(off / size);
}
