/**
 * A decoder small enough to run in a figure: several layers of causal attention with one head, rotary positions and
 * residuals. Its weights are drawn from a seed, not trained.
 *
 * Modelled: that a layer's K and V come from the hidden states that the layers below made out of the context. Left out:
 * the MLP (it works on each token alone), several heads, a vocabulary.
 */
import { rotate } from '#mechanisms/attention/rotary-positions.ts';
import { softmax } from '#mechanisms/attention/softmax.ts';
import type { Random } from '#mechanisms/numeric/random.ts';

export type Vector = readonly number[];

interface Layer {
  /** Each d×d: row c makes component c. */
  readonly query: readonly Vector[];
  readonly key: readonly Vector[];
  readonly value: readonly Vector[];
}
export type Decoder = readonly Layer[];

/** What a layer keeps of one token: the key already turned to the token's position, the value as it is. */
export interface Entry {
  readonly key: Vector;
  readonly value: Vector;
}

/** `focus` sharpens attention: a query is the key of the same token, `focus` times as long, and a little noise. */
export function randomDecoder(layers: number, d: number, focus: number, random: Random): Decoder {
  const draw = () => Array.from({ length: d }, () => Array.from({ length: d }, () => random.normal() / Math.sqrt(d)));
  return Array.from({ length: layers }, () => {
    const [key, noise, value] = [draw(), draw(), draw()];
    const query = key.map((row, c) => row.map((weight, j) => focus * weight + noise[c]![j]!));
    return { query, key, value };
  });
}

// #region layer
/** K and V of a hidden state at position m. */
export function entryOf({ key, value }: Layer, hidden: Vector, m: number): Entry {
  const x = normalised(hidden);
  return { key: rotate(times(key, x), m), value: times(value, x) };
}

/** The hidden state one layer up: its own, and what it reads from the cache at positions up to its own. */
export function attend({ query }: Layer, hidden: Vector, m: number, cache: readonly Entry[]): Vector {
  const q = rotate(times(query, normalised(hidden)), m);
  const seen = cache.slice(0, m + 1);
  const weights = softmax(seen.map(({ key }) => dot(q, key) / Math.sqrt(q.length)));
  return hidden.map((h, c) => h + seen.reduce((sum, { value }, j) => sum + weights[j]! * value[c]!, 0));
}
// #endregion layer

export interface Prefilled {
  /** Entries by layer and token. */
  readonly cache: readonly (readonly Entry[])[];
  /** Hidden states above the last layer, by token. */
  readonly hidden: readonly Vector[];
}

/** A whole prefill: every token through every layer, from position 0. */
export function prefill(decoder: Decoder, embeddings: readonly Vector[]): Prefilled {
  let hidden = embeddings;
  const cache = decoder.map((layer) => {
    const entries = hidden.map((h, m) => entryOf(layer, h, m));
    hidden = hidden.map((h, m) => attend(layer, h, m, entries));
    return entries;
  });
  return { cache, hidden };
}

/** RMSNorm without a gain. */
function normalised(x: Vector): number[] {
  const size = Math.sqrt(dot(x, x) / x.length) || 1;
  return x.map((value) => value / size);
}

const dot = (x: Vector, y: Vector): number => x.reduce((sum, value, c) => sum + value * y[c]!, 0);
const times = (rows: readonly Vector[], x: Vector): number[] => rows.map((row) => dot(row, x));
