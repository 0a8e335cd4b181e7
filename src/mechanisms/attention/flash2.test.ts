import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { flash2Forward, flashAttention2, rowBlock } from './flash2.ts';
import { flashForward } from './io-cost.ts';
import { causal, everything, neighbourhood } from './masks.ts';
import { scaledDotProductAttention } from './scaled-dot-product.ts';
import { traffic } from './work.ts';

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
  mask: fc.constantFrom(everything, causal, neighbourhood(2)),
});

describe('flashAttention2', () => {
  it('is exact: equals standard attention for any shape, ragged blocks and mask (§3.1.1)', () => {
    fc.assert(
      fc.property(problem, ({ N, d, Br, Bc, seed, mask }) => {
        const [Q, K, V] = inputs(N, d, seed);
        const { O } = flashAttention2(Q, K, V, { Br, Bc, mask });
        expect(O.distance(scaledDotProductAttention(Q, K, V, { mask }).output)).toBeLessThan(1e-12);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves in L what rebuilds the probabilities: exp(S − L) is the softmax, and its rows sum to 1', () => {
    const [Q, K, V] = inputs(9, 4, 7);
    const { scaled, weights } = scaledDotProductAttention(Q, K, V);
    const { L } = flashAttention2(Q, K, V, { Br: 4, Bc: 2 });
    const P = scaled.map((score, r) => Math.exp(score - L[r]!));
    expect(P.distance(weights)).toBeLessThan(1e-12);
    P.toRows().forEach((row) => expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 12));
  });

  it('under the causal mask, row block i of square tiles meets i + 1 blocks of keys', () => {
    const { blocks } = flashAttention2(...inputs(12, 2, 1), { Br: 3, Bc: 3, mask: causal });
    expect(blocks.map(({ visits }) => visits.length)).toEqual([1, 2, 3, 4]);
  });

  it('moves what the closed form says when nothing is masked', () => {
    const { reads, writes, flops } = flashAttention2(...inputs(16, 4, 2), { Br: 4, Bc: 2 });
    expect({ reads, writes, flops }).toEqual(flash2Forward({ N: 16, d: 4, Br: 4 }));
  });
});

describe('rowBlock', () => {
  const row = { rows: { start: 0, end: 1 }, Q: Matrix.of([[1]]), V: Matrix.of([[10], [20], [30], [40]]) };
  const K = Matrix.of([[1], [3], [2], [5]]);

  it('is as worked by hand for the scores [1, 3 | 2, 5] and values [10, 20 | 30, 40]', () => {
    const { O, L, visits } = rowBlock(row.rows, row.Q, K, row.V, { Br: 1, Bc: 2, tau: 1 });
    const e = Math.exp;
    expect(visits[0]!.after.O.at(0, 0)).toBeCloseTo(10 * e(-2) + 20, 12);
    expect(visits[1]!.after.O.at(0, 0)).toBeCloseTo(e(-2) * (10 * e(-2) + 20) + 30 * e(-3) + 40, 12);
    expect(O.at(0, 0)).toBeCloseTo(36.9, 1);
    expect(L[0]).toBeCloseTo(Math.log(e(1) + e(3) + e(2) + e(5)), 12);
  });

  it('with the exponent −1 printed on line 10 of version 1, would leave the range of the values', () => {
    const [first, second] = rowBlock(row.rows, row.Q, K, row.V, { Br: 1, Bc: 2, tau: 1 }).visits;
    const [before, after] = [first!.after, second!.after];
    const shrink = Math.exp(before.m[0]! - after.m[0]!);
    const arriving = after.O.at(0, 0) - shrink * before.O.at(0, 0);
    expect((before.O.at(0, 0) / shrink + arriving) / after.l[0]!).toBeGreaterThan(40);
  });

  it('needs no other row block: alone it gives the same rows as among all', () => {
    const [Q, K, V] = inputs(10, 3, 5);
    const options = { Br: 4, Bc: 3, mask: causal };
    const { blocks } = flashAttention2(Q, K, V, options);
    const alone = rowBlock({ start: 4, end: 8 }, Q, K, V, options);
    expect(alone.O.distance(blocks[1]!.O)).toBe(0);
  });
});

describe('flash2Forward', () => {
  it('writes once what FlashAttention writes at each of its passes', () => {
    const [N, d] = [8192, 64];
    const [first, second] = [flashForward({ N, d, Bc: 128 }), flash2Forward({ N, d, Br: 128 })];
    expect(first.writes / second.writes).toBeGreaterThan(N / 128);
    expect(traffic(second) / traffic(first)).toBeCloseTo(2 / 3, 1);
  });
});
