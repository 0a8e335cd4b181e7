import { describe, expect, it } from 'vitest';
import { chatHour, conversationTrace } from '#mechanisms/kv-cache/conversations.ts';
import { PrefixCache } from '#mechanisms/kv-cache/prefix-cache.ts';
import { lruHitRates, neededCapacities, type KeyTrace } from '#mechanisms/kv-cache/reuse-distance.ts';

const few = conversationTrace({ ...chatHour, conversations: 120, seconds: 600 }, 4).map(({ blocks }) => blocks);

/** Plays the trace with a real cache and counts. */
function played(trace: KeyTrace, capacity: number): number {
  const cache = new PrefixCache(capacity);
  let [found, all] = [0, 0];
  for (const prompt of trace) {
    found += cache.match(prompt);
    all += prompt.length;
    cache.touch(prompt);
  }
  return found / all;
}

describe('hit rates from reuse distances', () => {
  it('are those of a cache that is really played, at any capacity', () => {
    const capacities = [1, 7, 50, 200, 700, 2000, 1e9];
    lruHitRates(few, capacities).forEach((rate, i) => expect(rate).toBeCloseTo(played(few, capacities[i]!), 12));
  });

  it('worked by hand: the second [1, 2] needs the three blocks 1, 2, 3 in the cache, its head only two', () => {
    const uses = [
      [1, 2],
      [1, 3],
      [1, 2],
    ];
    expect([...neededCapacities(uses)]).toEqual([Infinity, Infinity, 1, Infinity, 1, 3]);
  });

  it('never fall with the capacity', () => {
    const rates = lruHitRates(
      few,
      Array.from({ length: 60 }, (_, i) => 2 ** (i / 4)),
    );
    rates.slice(1).forEach((rate, i) => expect(rate).toBeGreaterThanOrEqual(rates[i]!));
  });
});
