import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { drawGates } from './gating-sample.ts';
import { occupants, overflowed, validateRouting } from './routing.ts';
import { fractionalCapacity, topTwo, topTwoGating } from './top-two-gating.ts';

/** Four tokens, four experts, worked by hand: three want expert 0, the third finds it full. */
const g = Matrix.of([
  [0.6, 0.3, 0.1, 0],
  [0.5, 0.1, 0.4, 0],
  [0.6, 0, 0.1, 0.3],
  [0.1, 0.6, 0.2, 0.1],
]);
const draws = (values: readonly number[]) => {
  const left = [...values];
  return () => left.shift()!;
};

describe('topTwoGating', () => {
  it('routes four tokens as worked by hand', () => {
    const routing = topTwoGating(g, 2, draws([0.5, 0.5, 0.5, 0.7]));
    expect(routing.c).toEqual([3, 1, 0, 0]);
    expect(routing.assignments.map(({ token, expert, slot }) => [token, expert, slot])).toEqual([
      [0, 0, 0],
      [1, 0, 1],
      [3, 1, 0],
      [0, 1, 1],
      [1, 2, 0],
      [2, 3, 0],
    ]);
    expect(routing.assignments.at(-1)!.weight).toBeCloseTo(1 / 3, 12);
    expect(overflowed(routing)).toEqual([]);
  });

  it('sends a second choice exactly when 2·g2 exceeds the draw', () => {
    const sent = (rnd: number) => topTwoGating(g, 4, () => rnd).assignments.length - g.rows;
    expect(sent(0)).toBe(4);
    expect(sent(0.6)).toBe(3); // 2·g2 = 2/3, 8/9, 2/3, 1/2
    expect(sent(0.7)).toBe(1);
  });

  it('moves the counter on for a second choice that stays at home, as Algorithm 1 is printed', () => {
    const twins = Matrix.of([
      [0.8, 0.2],
      [0.8, 0.2],
    ]);
    const { assignments } = topTwoGating(twins, 2, draws([0.9, 0]));
    expect(assignments.filter(({ expert }) => expert === 1)).toMatchObject([{ token: 1, slot: 1 }]);
  });

  it('obeys the laws of a routing for any gates; a token that keeps both experts has weights of sum 1', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 2, max: 9 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer(),
        (S, E, C, seed) => {
          const random = createRandom(seed);
          const routing = topTwoGating(drawGates(S, E, random), C, random.next);
          validateRouting(routing);
          for (let s = 0; s < S; s++) {
            const own = routing.assignments.filter(({ token }) => token === s);
            if (own.length === 2) expect(own[0]!.weight + own[1]!.weight).toBeCloseTo(1, 9);
          }
          expect(routing.c.reduce((a, b) => a + b)).toBe(S);
        },
      ),
    );
  });

  it('serves every first choice before any second: with room for all first choices none is lost', () => {
    const gates = drawGates(40, 4, createRandom(5));
    const C = Math.max(...topTwoGating(gates, 40, () => 1).c);
    const first = topTwoGating(gates, C, () => 0).assignments.slice(0, 40);
    expect(first.map(({ token }) => token)).toEqual(Array.from({ length: 40 }, (_, s) => s));
  });
});

it('keeps one list and one seating plan of the same assignments', () => {
  const routing = topTwoGating(g, 2, () => 0);
  const seated = occupants(routing)
    .flat()
    .filter((place) => place !== undefined);
  expect(new Set(seated)).toEqual(new Set(routing.assignments));
});

it('normalises the two largest gates by their sum', () => {
  expect(topTwo([0.1, 0.6, 0.2, 0.1])).toMatchObject({ e1: 1, e2: 2, g1: 0.6 / (0.6 + 0.2) });
  expect(() => topTwo([1])).toThrow(RangeError);
});

describe('fractionalCapacity', () => {
  it('leaves as many places in a group as an even split of both choices fills', () => {
    for (const [N, G, E] of [
      [16, 4, 4],
      [4096, 8, 16],
    ] as const)
      expect(fractionalCapacity(N, G, E) * E).toBe((2 * N) / G);
  });

  it('ends where less than one place is left (§5.2)', () => {
    expect(fractionalCapacity(2048 * 2048, 2048, 4096)).toBe(1);
    expect(() => fractionalCapacity(2048 * 2048, 2048, 4097)).toThrow(RangeError);
  });
});
