import { describe, expect, it } from 'vitest';
import { createRandom } from '../numeric/random.ts';
import { blend, deviation, fallingRatios, joinCaches, relativeError, type Select } from './cache-fusion.ts';
import { textsWithNames } from './texts-with-names.ts';
import { prefill, randomDecoder } from './tiny-decoder.ts';

const LAYERS = 5;
const shape = { chunks: 3, size: 8, d: 12 };
const reused = shape.chunks * shape.size;

function setUp(seed: number) {
  const random = createRandom(seed);
  const decoder = randomDecoder(LAYERS, shape.d, 2, random);
  const { chunks, question } = textsWithNames(shape, random);
  const all = [...chunks.flat(), ...question];
  return { decoder, chunks, all, full: prefill(decoder, all), joined: joinCaches(decoder, chunks) };
}
const seeds = Array.from({ length: 16 }, (_, seed) => seed + 1);
const atRandom =
  (seed: number): Select =>
  (candidates, _, count) => {
    const random = createRandom(seed);
    return candidates
      .map((token) => ({ token, key: random.next() }))
      .sort((a, b) => a.key - b.key)
      .slice(0, count)
      .map(({ token }) => token);
  };

describe('a prefill', () => {
  it('does not let a token see what comes after it', () => {
    const { decoder, all, full } = setUp(3);
    const part = prefill(decoder, all.slice(0, 9));
    part.hidden.forEach((hidden, m) => hidden.forEach((h, c) => expect(h).toBeCloseTo(full.hidden[m]![c]!, 12)));
  });
});

describe('joined caches', () => {
  it('have keys as if computed at their new places (Prop. A.1): nothing is off in the first layer, nor in the first chunk', () => {
    for (const seed of seeds) {
      const { joined, full } = setUp(seed);
      joined.forEach((entries, l) =>
        entries.forEach((entry, m) => {
          if (l === 0 || m < shape.size) expect(deviation(entry, full.cache[l]![m]!)).toBeLessThan(1e-12);
        }),
      );
    }
  });

  it('are off above it: later chunks have not seen the earlier ones', () => {
    const { joined, full } = setUp(1);
    const off = joined[LAYERS - 1]!.slice(shape.size).map((entry, i) =>
      deviation(entry, full.cache[LAYERS - 1]![shape.size + i]!),
    );
    expect(Math.max(...off)).toBeGreaterThan(0.1);
  });
});

describe('blending', () => {
  it('everything is a full prefill, exactly', () => {
    for (const seed of seeds) {
      const { decoder, all, full, joined } = setUp(seed);
      const whole = blend(decoder, all, joined, fallingRatios(LAYERS, 1, 0));
      expect(relativeError(whole, full, 0)).toBeLessThan(1e-12);
    }
  });

  it('nothing leaves the joined cache as it is', () => {
    const { decoder, all, joined } = setUp(2);
    const { cache } = blend(decoder, all, joined, fallingRatios(LAYERS, 0));
    for (let l = 1; l < LAYERS; l++) expect(cache[l]!.slice(0, reused)).toEqual(joined[l]);
  });

  it('one chunk needs no repair at all: that is prefix caching', () => {
    const { decoder, chunks, all } = setUp(4);
    const words = [...chunks[0]!, ...all.slice(reused)];
    const joined = joinCaches(decoder, chunks.slice(0, 1));
    expect(
      relativeError(blend(decoder, words, joined, fallingRatios(LAYERS, 0)), prefill(decoder, words), 8),
    ).toBeLessThan(1e-12);
  });

  it('computes in each layer some of those that the layer below computed, as many as the shares say', () => {
    const { decoder, all, joined } = setUp(5);
    const ratios = fallingRatios(LAYERS, 0.3);
    const { recomputed } = blend(decoder, all, joined, ratios);
    for (let l = 1; l < LAYERS; l++) {
      expect(recomputed[l]).toHaveLength(Math.round(ratios[l]! * reused));
      expect(recomputed[l - 1]).toEqual(expect.arrayContaining([...recomputed[l]!]));
    }
  });

  it('the tokens of highest deviation is nearer to the full prefill than as many at random, on average', () => {
    for (const r of [0.15, 0.3, 0.5]) {
      const mean = (select: (seed: number) => Select | undefined) =>
        seeds.reduce((sum, seed) => {
          const { decoder, all, full, joined } = setUp(seed);
          return sum + relativeError(blend(decoder, all, joined, fallingRatios(LAYERS, r), select(seed)), full, reused);
        }, 0) / seeds.length;
      expect(mean(() => undefined)).toBeLessThan(0.85 * mean(atRandom));
    }
  });
});

it('shares fall and have the mean that was asked for', () => {
  const [all, ...rest] = fallingRatios(8, 0.2);
  expect(all).toBe(1);
  expect(rest.reduce((a, b) => a + b, 0) / rest.length).toBeCloseTo(0.2, 12);
  expect([...rest].sort((a, b) => b - a)).toEqual(rest);
});
