import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  atRandom,
  leastLoaded,
  offers,
  play,
  soonest,
  ttftOf,
  type Choose,
  type Estimates,
  type Instance,
  type Offer,
  type Played,
} from '#mechanisms/kv-cache/conductor.ts';
import { chatHour, conversationTrace } from '#mechanisms/kv-cache/conversations.ts';
import { PrefixCache } from '#mechanisms/kv-cache/prefix-cache.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';

/** A second for each 512 tokens to compute, a tenth to fetch them. */
const time: Estimates = {
  prefill: (tokens, prefix) => Math.max(0, tokens - prefix) / 512,
  transfer: (tokens) => tokens / 5120,
};
const instance = (free: number, blocks: readonly number[]): Instance => {
  const cache = new PrefixCache(100);
  cache.touch(blocks);
  return { cache, free };
};
const blocks = Array.from({ length: 12 }, (_, i) => i);
const prompt = { arrival: 0, tokens: 12 * 512, blocks };

describe('Algorithm 1', () => {
  it('worked by hand: a busy holder, a neighbour that may fetch, an idle stranger', () => {
    const three = [instance(9, blocks.slice(0, 10)), instance(1, blocks.slice(0, 1)), instance(0, [])];
    const local = offers(prompt, three, time, Infinity);
    expect(local.map(ttftOf)).toEqual([9 + 2, 1 + 11, 12]);
    expect(soonest(local).instance).toBe(0);
    const global = offers(prompt, three, time, 2);
    expect(global.map(({ fetched }) => fetched)).toEqual([0, 9, 10]);
    expect(global.map(ttftOf)).toEqual([11, 1 + 0.9 + 2, 1 + 2]);
    expect(soonest(global).instance).toBe(2);
  });

  it('leaves a fetched prefix alone where the local one is no more than θ times shorter', () => {
    const two = [instance(0, blocks.slice(0, 10)), instance(0, blocks.slice(0, 6))];
    expect(offers(prompt, two, time, 2)[1]!.fetched).toBe(0);
    expect(offers(prompt, two, time, 1.5)[1]!.fetched).toBe(4);
  });

  it('never takes an instance where another has a smaller TTFT', () => {
    const fleet = fc.array(fc.record({ free: fc.integer({ min: 0, max: 30 }), held: fc.nat(12) }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fleet, fc.constantFrom(1, 1.5, 3, Infinity), (many, theta) => {
        const all = offers(
          prompt,
          many.map(({ free, held }) => instance(free, blocks.slice(0, held))),
          time,
          theta,
        );
        expect(all).toHaveLength(many.length);
        const taken = soonest(all);
        for (const other of all) expect(ttftOf(taken)).toBeLessThanOrEqual(ttftOf(other));
      }),
    );
  });

  it('never promises less than the wait and the computation of what nobody has', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 5 }), (held) => {
        const fleet = held.map((length, i) => instance(i, blocks.slice(0, length)));
        const best = Math.max(...held);
        for (const offer of offers(prompt, fleet, time, 1.2)) expect(offer.prefill).toBeGreaterThanOrEqual(12 - best);
      }),
    );
  });
});

describe('a trace played out', () => {
  const trace = conversationTrace({ ...chatHour, conversations: 900, seconds: 600 }, 3);
  const run = (theta: number, choose: Choose, limit = Infinity) =>
    play(trace, {
      instances: 4,
      capacity: 2000,
      theta,
      choose,
      limit,
      time: { prefill: (n, p) => Math.max(0, n - p) / 8000, transfer: (p) => p / 300_000 },
    });
  const served = ({ taken }: Played): Offer[] => taken.filter((offer) => offer !== null);
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

  it('orders the four schedulers as Fig. 5 does', () => {
    const runs = [
      run(Infinity, atRandom(createRandom(1))),
      run(Infinity, leastLoaded),
      run(Infinity, soonest),
      run(1.3, soonest),
    ];
    const ttft = runs.map((one) => mean(served(one).map(ttftOf)));
    expect([...ttft].sort((a, b) => b - a)).toEqual(ttft);
  });

  it('an instance does one prompt after another', () => {
    const { taken } = run(1.3, soonest);
    const busyUntil = [0, 0, 0, 0];
    taken.forEach((offer, i) => {
      const { arrival } = trace[i]!;
      expect(arrival + offer!.queue).toBeCloseTo(Math.max(arrival, busyUntil[offer!.instance]!), 9);
      busyUntil[offer!.instance] = arrival + ttftOf(offer!);
    });
  });

  it('copies the block that everybody shares to every instance, without being told which it is', () => {
    expect(run(1.3, soonest).instances.every(({ cache }) => cache.has(0))).toBe(true);
  });

  it('rejects what would come too late, and until the first such prompt nothing differs', () => {
    const [strict, patient] = [run(1.3, soonest, 4), run(1.3, soonest)];
    expect(served(strict).every((offer) => ttftOf(offer) <= 4)).toBe(true);
    expect(strict.taken).toContain(null);
    expect(served(patient)).toHaveLength(trace.length);
    const first = strict.taken.indexOf(null);
    expect(strict.taken.slice(0, first)).toEqual(patient.taken.slice(0, first));
    expect(ttftOf(patient.taken[first]!)).toBeGreaterThan(4);
  });
});
