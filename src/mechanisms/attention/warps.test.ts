import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { scaledDotProductAttention } from './scaled-dot-product.ts';
import { splitK, splitQ } from './warps.ts';

const draw = (rows: number, d: number, seed: number) => {
  const { normal } = createRandom(seed);
  return Matrix.from(rows, d, normal);
};
const tile = fc.record({
  Br: fc.integer({ min: 1, max: 9 }),
  Bc: fc.integer({ min: 1, max: 9 }),
  d: fc.integer({ min: 1, max: 5 }),
  warps: fc.integer({ min: 1, max: 4 }),
  seed: fc.integer(),
});

describe.each([
  ['split-K', splitK],
  ['split-Q', splitQ],
])('%s', (_, run) => {
  it('computes the tile: Õ / ℓ is standard attention over its keys', () => {
    fc.assert(
      fc.property(tile, ({ Br, Bc, d, warps, seed }) => {
        const [Q, K, V] = [draw(Br, d, seed), draw(Bc, d, seed + 1), draw(Bc, d, seed + 2)];
        const { O, l } = run(Q, K, V, warps).result;
        const { output } = scaledDotProductAttention(Q, K, V, { tau: 1 });
        expect(O.map((o, r) => o / l[r]!).distance(output)).toBeLessThan(1e-12);
      }),
    );
  });
});

describe('shared memory', () => {
  const [Q, K, V] = [draw(4, 2, 1), draw(4, 2, 2), draw(4, 2, 3)];

  it('is as counted by hand for 4 queries, 4 keys, d = 2 and 2 warps', () => {
    // split-K: each warp reads 4×2 of Q and 2×2 of K and of V; writes 4×2 of Õ and 4 of m and of ℓ, and all are read again
    expect(splitK(Q, K, V, 2)).toMatchObject({ operands: 2 * 8 + 2 * 8, exchanged: 2 * 2 * (8 + 8), barriers: 1 });
    // split-Q: each warp reads 2×2 of Q and 4×2 of K and of V
    expect(splitQ(Q, K, V, 2)).toMatchObject({ operands: 2 * 4 + 2 * 16, exchanged: 0, barriers: 0 });
  });

  it('carries no exchange under split-Q, whatever the number of warps (§3.3)', () => {
    for (const warps of [1, 2, 4]) expect(splitQ(Q, K, V, warps).exchanged).toBe(0);
  });
});
