import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { algorithm1Line, flashAttention } from './flash.ts';
import type { FlashOptions, FlashStep, RowState } from './flash.ts';
import { blockMask, causal, everything, neighbourhood } from './masks.ts';
import type { Mask } from './masks.ts';
import { statistics } from './online-softmax.ts';
import { scaledDotProductAttention } from './scaled-dot-product.ts';

const masks: Readonly<Record<string, Mask>> = {
  everything,
  causal,
  'neighbourhood of 2': neighbourhood(2),
  'blocks with an empty row': blockMask([[true, false, true], [], [false, true, true]], 4, 5),
};

/** Runs the walk to its end: the steps, and the state it returns. */
function run(Q: Matrix, K: Matrix, V: Matrix, options: FlashOptions): { steps: FlashStep[]; final: RowState } {
  const walk = flashAttention(Q, K, V, options);
  const steps: FlashStep[] = [];
  for (let next = walk.next(); ; next = walk.next()) {
    if (next.done) return { steps, final: next.value };
    steps.push(next.value);
  }
}

const inputs = (N: number, d: number, seed: number): [Matrix, Matrix, Matrix] => {
  const { normal } = createRandom(seed);
  const draw = () => Matrix.from(N, d, () => 3 * normal());
  return [draw(), draw(), draw()];
};

const problem = fc.record({
  N: fc.integer({ min: 1, max: 17 }),
  d: fc.integer({ min: 1, max: 6 }),
  Br: fc.integer({ min: 1, max: 20 }),
  Bc: fc.integer({ min: 1, max: 20 }),
  seed: fc.integer(),
  mask: fc.constantFrom(...Object.values(masks)),
  skip: fc.boolean(),
});

/** A seeded shuffle of the key blocks. */
function shuffled(count: number, seed: number): number[] {
  const { next } = createRandom(seed);
  return Array.from({ length: count }, (_, j) => ({ j, key: next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ j }) => j);
}

describe('flashAttention', () => {
  it('is exact (Theorem 1): equals standard attention for any shape, ragged blocks, mask and order of key blocks', () => {
    fc.assert(
      fc.property(problem, ({ N, d, Br, Bc, seed, mask, skip }) => {
        const [Q, K, V] = inputs(N, d, seed);
        const order = shuffled(Math.ceil(N / Bc), seed);
        const { O } = run(Q, K, V, { Br, Bc, mask, skip, order }).final;
        expect(O.distance(scaledDotProductAttention(Q, K, V, { mask }).output)).toBeLessThan(1e-12);
      }),
      { numRuns: 300 },
    );
  });

  it('handles cross-attention, where keys differ from queries in number and values in width', () => {
    const [Q, K] = [inputs(5, 4, 1)[0], inputs(11, 4, 2)[1]];
    const V = inputs(11, 7, 3)[2];
    const { O } = run(Q, K, V, { Br: 2, Bc: 3 }).final;
    expect(O.distance(scaledDotProductAttention(Q, K, V).output)).toBeLessThan(1e-12);
  });

  it('after block j, holds the attention over the first j blocks of keys (the induction that proves Theorem 1)', () => {
    const [Q, K, V] = inputs(12, 3, 4);
    for (const step of flashAttention(Q, K, V, { Br: 4, Bc: 5 })) {
      if (step.kind !== 'write-statistics') continue;
      const { rows, cols, after } = step.tile;
      const [Qi, Kj, Vj] = [Q.sliceRows(rows.start, rows.end), K.sliceRows(0, cols.end), V.sliceRows(0, cols.end)];
      const seen = scaledDotProductAttention(Qi, Kj, Vj);
      expect(after.O.distance(seen.output)).toBeLessThan(1e-12);
      seen.scaled.toRows().forEach((row, r) => {
        expect(after.stats[r]!.m).toBeCloseTo(statistics(row).m, 12);
        expect(after.stats[r]!.l).toBeCloseTo(statistics(row).l, 10);
      });
    }
  });

  it('never lets the running maximum of a row fall', () => {
    for (const step of flashAttention(...inputs(9, 3, 8), { Br: 2, Bc: 2 })) {
      if (!('tile' in step)) continue;
      step.tile.after.stats.forEach(({ m }, r) => expect(m).toBeGreaterThanOrEqual(step.tile.before.stats[r]!.m));
    }
  });

  it('walks the lines of Algorithm 1 in order: keys outside, queries inside', () => {
    const { steps } = run(...inputs(4, 2, 1), { Br: 2, Bc: 2 });
    const lines = steps.map((step) => (step.kind === 'skip' ? NaN : algorithm1Line[step.kind]));
    const tile = [8, 9, 10, 11, 12, 13];
    expect(lines).toEqual([2, 6, ...tile, ...tile, 6, ...tile, ...tile]);
    const visits = steps.flatMap((step) => (step.kind === 'scores' ? [[step.tile.j, step.tile.i]] : []));
    expect(visits).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
  });

  it('under the causal mask, skips exactly the tiles above the diagonal', () => {
    const { steps } = run(...inputs(8, 2, 1), { Br: 2, Bc: 2, mask: causal });
    const skipped = steps.flatMap((step) => (step.kind === 'skip' ? [[step.i, step.j]] : []));
    expect(skipped).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
  });

  it.each([
    ['an order that repeats a block', { Br: 2, Bc: 2, order: [0, 0] }],
    ['an order that forgets a block', { Br: 2, Bc: 2, order: [1] }],
    ['blocks of no rows', { Br: 0, Bc: 2 }],
  ])('throws on %s', (_, options) => expect(() => run(...inputs(4, 2, 1), options)).toThrow(RangeError));

  it('throws where keys and values differ in number, or queries and keys in width', () => {
    const [Q, K, V] = inputs(4, 2, 1);
    expect(() => run(Q, K, inputs(6, 2, 1)[2], { Br: 2, Bc: 2 })).toThrow(RangeError);
    expect(() => run(inputs(4, 3, 1)[0], K, V, { Br: 2, Bc: 2 })).toThrow(RangeError);
  });
});
