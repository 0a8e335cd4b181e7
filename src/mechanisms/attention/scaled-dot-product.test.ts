import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { causal, neighbourhood } from './masks.ts';
import { scaledDotProductAttention } from './scaled-dot-product.ts';

const normal = (rows: number, cols: number, seed: number) => Matrix.from(rows, cols, createRandom(seed).normal);

/** An independent witness: one output cell straight from the definition, without subtracting a maximum. */
function cell(Q: Matrix, K: Matrix, V: Matrix, i: number, c: number): number {
  const dot = (j: number) => Q.row(i).reduce((sum, q, k) => sum + q * K.at(j, k), 0) / Math.sqrt(Q.cols);
  const exps = Array.from({ length: K.rows }, (_, j) => Math.exp(dot(j)));
  return exps.reduce((sum, e, j) => sum + e * V.at(j, c), 0) / exps.reduce((a, b) => a + b);
}

describe('scaledDotProductAttention', () => {
  it('is as worked by hand on two tokens', () => {
    const Q = Matrix.of([
      [2, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
    const K = Matrix.of([
      [Math.log(3), 0, 0, 0],
      [0, 5, 0, 0],
    ]);
    const V = Matrix.of([[8], [4]]);
    const { scaled, weights, output } = scaledDotProductAttention(Q, K, V);
    expect(scaled.at(0, 0)).toBeCloseTo(Math.log(3), 15);
    expect(
      weights.distance(
        Matrix.of([
          [0.75, 0.25],
          [0.5, 0.5],
        ]),
      ),
    ).toBeLessThan(1e-15);
    expect(output.distance(Matrix.of([[7], [6]]))).toBeLessThan(1e-14);
  });

  it('agrees with the definition evaluated cell by cell, for queries and keys of different number', () => {
    const [Q, K, V] = [normal(3, 5, 1), normal(7, 5, 2), normal(7, 2, 3)];
    const witness = Matrix.from(3, 2, (i, c) => cell(Q, K, V, i, c));
    expect(scaledDotProductAttention(Q, K, V).output.distance(witness)).toBeLessThan(1e-14);
  });

  it('without scaling, is attention to queries √d_k times as long', () => {
    const [Q, K, V] = [normal(4, 9, 1), normal(4, 9, 2), normal(4, 3, 3)];
    const unscaled = scaledDotProductAttention(Q, K, V, { tau: 1 }).output;
    expect(unscaled.distance(scaledDotProductAttention(Q.scale(3), K, V).output)).toBeLessThan(1e-13);
  });

  it('has rows of weights that sum to 1', () => {
    const { weights } = scaledDotProductAttention(normal(6, 4, 4), normal(6, 4, 5), normal(6, 4, 6), { mask: causal });
    weights.toRows().forEach((row) => expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 12));
  });

  it('under the causal mask, leaves outputs before position j bit-identical when token j changes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), fc.integer(), (j, seed) => {
        const [Q, K, V, other] = [1, 2, 3, 4].map((s) => normal(6, 4, seed + s)) as [Matrix, Matrix, Matrix, Matrix];
        const replace = (X: Matrix) => X.map((x, i, c) => (i === j ? other.at(j, c) : x));
        const before = scaledDotProductAttention(Q, K, V, { mask: causal }).output;
        const after = scaledDotProductAttention(replace(Q), replace(K), replace(V), { mask: causal }).output;
        expect(after.sliceRows(0, j).toRows()).toEqual(before.sliceRows(0, j).toRows());
      }),
    );
  });

  it('sees no order: permuting the tokens permutes the outputs', () => {
    const [Q, K, V] = [normal(5, 4, 1), normal(5, 4, 2), normal(5, 3, 3)];
    const order = [3, 0, 4, 1, 2];
    const permute = (X: Matrix) => X.map((_, i, c) => X.at(order[i]!, c));
    const permuted = scaledDotProductAttention(permute(Q), permute(K), permute(V)).output;
    expect(permuted.distance(permute(scaledDotProductAttention(Q, K, V).output))).toBeLessThan(1e-14);
  });

  it('gives weight only to the pairs that a mask permits', () => {
    const mask = neighbourhood(1);
    const { weights } = scaledDotProductAttention(normal(6, 4, 1), normal(6, 4, 2), normal(6, 4, 3), { mask });
    weights.toRows().forEach((row, i) => row.forEach((w, j) => expect(w > 0).toBe(Math.abs(i - j) <= 1)));
  });

  it('lets a query that may see no key read nothing', () => {
    const mask = (i: number) => i !== 1;
    const { output } = scaledDotProductAttention(normal(3, 4, 1), normal(3, 4, 2), normal(3, 2, 3), { mask });
    expect(output.row(1)).toEqual([0, 0]);
  });

  it('throws where keys and values differ in number, or queries and keys in width', () => {
    expect(() => scaledDotProductAttention(normal(2, 3, 1), normal(4, 3, 1), normal(5, 3, 1))).toThrow(RangeError);
    expect(() => scaledDotProductAttention(normal(2, 3, 1), normal(4, 2, 1), normal(4, 3, 1))).toThrow(RangeError);
  });
});
