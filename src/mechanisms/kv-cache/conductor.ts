/**
 * Which prefill instance a prompt goes to, and a trace played out under such a choice (Mooncake, Algorithm 1 and
 * Sec. 4.2).
 *
 * Modelled: each instance's own cache and queue, fetching a longer prefix from another instance, copies that this leaves
 * behind, rejection of what would come too late. Left out: the decode side, congestion where many fetch from one, errors
 * of the estimates (what is predicted happens), and the wait until a prefix that is being computed can be used.
 */
import { blockTokens, type Prompt } from '#mechanisms/kv-cache/conversations.ts';
import { PrefixCache } from '#mechanisms/kv-cache/prefix-cache.ts';
import type { Random } from '#mechanisms/numeric/random.ts';

export interface Instance {
  readonly cache: PrefixCache;
  /** When it will have done all that it was given, in seconds. */
  free: number;
}

/** Times in seconds. */
export interface Estimates {
  /** To prefill a prompt of which `prefix` tokens are there already. */
  readonly prefill: (tokens: number, prefix: number) => number;
  /** To fetch the KV cache of so many tokens. */
  readonly transfer: (tokens: number) => number;
}

/** What would happen to a prompt on one instance. */
export interface Offer {
  readonly instance: number;
  /** Blocks found there, and blocks fetched from the best match elsewhere. */
  readonly local: number;
  readonly fetched: number;
  readonly queue: number;
  readonly transfer: number;
  readonly prefill: number;
}

export const ttftOf = ({ queue, transfer, prefill }: Offer): number => transfer + queue + prefill;

// #region conductor
/** Algorithm 1, lines 3–13: an offer from every instance; θ = ∞: no fetching. */
export function offers(prompt: Prompt, instances: readonly Instance[], time: Estimates, theta: number): Offer[] {
  const matches = instances.map(({ cache }) => cache.match(prompt.blocks));
  const best = Math.max(...matches);
  return instances.map(({ free }, instance) => {
    const local = matches[instance]!;
    const fetched = best > theta * local ? best - local : 0;
    return {
      instance,
      local,
      fetched,
      queue: Math.max(0, free - prompt.arrival),
      transfer: time.transfer(fetched * blockTokens),
      prefill: time.prefill(prompt.tokens, (local + fetched) * blockTokens),
    };
  });
}

/** Lines 14–16: the offer with the least TTFT; the first of equals. */
export function soonest(all: readonly Offer[]): Offer {
  return all.reduce((a, b) => (ttftOf(b) < ttftOf(a) ? b : a));
}
// #endregion conductor

/** Chooses among the offers of all instances. */
export type Choose = (all: readonly Offer[]) => Offer;

/** The baselines of Sec. 4.2. */
export const atRandom =
  (random: Random): Choose =>
  (all) =>
    all[random.integer(0, all.length - 1)]!;
export const leastLoaded: Choose = (all) => all.reduce((a, b) => (b.queue < a.queue ? b : a));

export interface Fleet {
  readonly instances: number;
  /** Blocks that each holds. */
  readonly capacity: number;
  readonly time: Estimates;
  readonly theta: number;
  readonly choose: Choose;
  /** The TTFT in seconds beyond which a prompt is rejected on arrival; without it, all are served. */
  readonly limit?: number;
}

export interface Played {
  /** What each prompt of the trace got; null if it was rejected. */
  readonly taken: readonly (Offer | null)[];
  readonly instances: readonly Instance[];
}

// #region play
/** Serves the prompts in order of arrival. Where a prompt goes, its blocks stay: those fetched are copies. */
export function play(trace: readonly Prompt[], fleet: Fleet): Played {
  const instances = Array.from({ length: fleet.instances }, () => ({
    cache: new PrefixCache(fleet.capacity),
    free: 0,
  }));
  const taken = trace.map((prompt) => {
    const offer = fleet.choose(offers(prompt, instances, fleet.time, fleet.theta));
    if (ttftOf(offer) > (fleet.limit ?? Infinity)) return null; // HTTP 429
    const instance = instances[offer.instance]!;
    instance.free = prompt.arrival + ttftOf(offer);
    instance.cache.touch(prompt.blocks);
    return offer;
  });
  return { taken, instances };
}
// #endregion play
