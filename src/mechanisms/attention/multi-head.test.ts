import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { causal } from './masks.ts';
import { drawWeights, evenShape, multiHeadAttention, multiHeadMultiplications } from './multi-head.ts';
import { scaledDotProductAttention } from './scaled-dot-product.ts';

const normal = (rows: number, cols: number, seed: number) => Matrix.from(rows, cols, createRandom(seed).normal);
const identity = (n: number) => Matrix.from(n, n, (i, j) => (i === j ? 1 : 0));

describe('multiHeadAttention', () => {
  const shape = { dModel: 8, h: 4, dk: 3, dv: 2 };
  const W = drawWeights(shape, 5);
  const X = normal(5, 8, 1);
  const Y = normal(7, 8, 2);

  it('has the shapes of §3.2.2', () => {
    const { heads, concat, output } = multiHeadAttention(X, Y, W);
    expect(heads.map(({ weights, output: o }) => [weights.rows, weights.cols, o.cols])).toEqual(
      Array.from({ length: 4 }, () => [5, 7, 2]),
    );
    expect([concat.rows, concat.cols]).toEqual([5, 8]);
    expect([output.rows, output.cols]).toEqual([5, 8]);
  });

  it('is the sum over heads of what each head adds through its own rows of W^O', () => {
    const sum = W.WQ.map((WQ, i) => {
      const head = scaledDotProductAttention(X.times(WQ), Y.times(W.WK[i]!), Y.times(W.WV[i]!)).output;
      return head.times(W.WO.sliceRows(2 * i, 2 * i + 2));
    }).reduce((a, b) => a.plus(b));
    expect(multiHeadAttention(X, Y, W).output.distance(sum)).toBeLessThan(1e-13);
  });

  it('with one head and identity projections, is plain attention', () => {
    const I = identity(8);
    const plain = scaledDotProductAttention(X, X, X, { mask: causal });
    const single = multiHeadAttention(X, X, { WQ: [I], WK: [I], WV: [I], WO: I }, { mask: causal });
    expect(single.output.toRows()).toEqual(plain.output.toRows());
  });

  it('lets heads look at different tokens', () => {
    const [a, b] = multiHeadAttention(X, Y, W).heads;
    expect(a!.weights.distance(b!.weights)).toBeGreaterThan(0.1);
  });

  it('keeps unit variance through the random projections', () => {
    const wide = drawWeights(evenShape(256, 4), 9);
    const cells = normal(40, 256, 3).times(wide.WQ[0]!).toRows().flat();
    expect(cells.reduce((sum, x) => sum + x * x, 0) / cells.length).toBeCloseTo(1, 1);
  });
});

describe('multiHeadMultiplications', () => {
  it('does not depend on the number of heads', () => {
    const costs = [1, 2, 4, 8, 16, 32].map((h) => multiHeadMultiplications(100, evenShape(512, h)));
    expect(new Set(costs).size).toBe(1);
  });

  it('counts 4nd² for the four projections and 2n²d for scores and sums', () => {
    expect(multiHeadMultiplications(10, evenShape(512, 8))).toBe(4 * 10 * 512 ** 2 + 2 * 10 ** 2 * 512);
  });
});

describe('evenShape', () => {
  it('gives the base model heads of width 64', () => {
    expect(evenShape(512, 8)).toEqual({ dModel: 512, h: 8, dk: 64, dv: 64 });
  });

  it('throws unless the heads divide the width', () => expect(() => evenShape(512, 7)).toThrow(RangeError));
});
