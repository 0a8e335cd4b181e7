import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrival, chooseWay, predicted, stream, streamFixed, type Chunk, type Stretch } from './kv-streaming.ts';

const chunk: fc.Arbitrary<Chunk> = fc
  .tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }))
  .map(([a, b, recompute]) => ({ sizes: [a + b, a], recompute }));
const chunks = fc.array(chunk, { minLength: 1, maxLength: 8 });
const speed: fc.Arbitrary<Stretch[]> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 30 })), { minLength: 1, maxLength: 5 })
  .map((parts) => {
    let from = 0;
    return parts.map(([length, rate]) => {
      const stretch = { from, rate };
      from += length;
      return stretch;
    });
  });

it('delivers across stretches: 10 bytes at 2 a second for 3 seconds, then at 4, take 4 seconds', () => {
  expect(
    arrival(0, 10, [
      { from: 0, rate: 2 },
      { from: 3, rate: 4 },
    ]),
  ).toBe(4);
  expect(
    arrival(2, 10, [
      { from: 0, rate: 2 },
      { from: 3, rate: 4 },
    ]),
  ).toBe(5);
});

describe('the choice', () => {
  it('never misses a deadline that some way is predicted to keep, and is the least lossy of those', () => {
    fc.assert(
      fc.property(chunks, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 200 }), (left, rate, seconds) => {
        const ways = [0, 1, 'text'] as const;
        const feasible = ways.filter((way) => predicted(left, way, rate) <= seconds);
        const chosen = chooseWay(left, rate, seconds);
        if (feasible.length > 0) expect(chosen).toBe(feasible[0]);
        else
          for (const way of ways) expect(predicted(left, chosen, rate)).toBeLessThanOrEqual(predicted(left, way, rate));
      }),
    );
  });
});

describe('a stream', () => {
  it('keeps a deadline that it can keep on a steady network that it knows', () => {
    fc.assert(
      fc.property(chunks, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 300 }), (all, rate, deadline) => {
        const quickest = Math.min(...([0, 1, 'text'] as const).map((way) => predicted(all, way, rate)));
        fc.pre(quickest <= deadline);
        expect(stream(all, [{ from: 0, rate }], deadline, rate).at(-1)!.end).toBeLessThanOrEqual(deadline + 1e-6);
      }),
    );
  });

  it('sends every chunk once, one after another', () => {
    fc.assert(
      fc.property(chunks, speed, (all, network) => {
        for (const sent of [
          stream(all, network, 20, 5),
          streamFixed(all, network, 0),
          streamFixed(all, network, 'text'),
        ]) {
          expect(sent).toHaveLength(all.length);
          sent.forEach(({ start, end }, i) => {
            expect(start).toBe(i === 0 ? 0 : sent[i - 1]!.end);
            expect(end).toBeGreaterThan(start);
          });
        }
      }),
    );
  });

  it('learns of a slower network one chunk late', () => {
    const all = Array.from({ length: 4 }, () => ({ sizes: [10, 4], recompute: 100 }));
    const sent = stream(
      all,
      [
        { from: 0, rate: 10 },
        { from: 1, rate: 2 },
      ],
      12,
      10,
    );
    expect(sent.map(({ way }) => way)).toEqual([0, 0, 1, 1]);
    expect(sent[1]!.end).toBe(6);
  });
});
