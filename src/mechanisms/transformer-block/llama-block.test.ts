import { describe, expect, it } from 'vitest';
import { drawWeights, evenShape } from '#mechanisms/attention/multi-head.ts';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { llamaBlock } from './llama-block.ts';
import type { LlamaBlockWeights } from './llama-block.ts';
import { swigluWidth } from './swiglu.ts';

const [n, d, h] = [6, 12, 2];
const { normal } = createRandom(5);
const draw = (rows: number, cols: number) => Matrix.from(rows, cols, () => normal() / Math.sqrt(rows));
const f = swigluWidth(d);
const ones = Array.from({ length: d }, () => 1);
const W: LlamaBlockWeights = {
  attention: drawWeights(evenShape(d, h), 11),
  ffn: { W1: draw(d, f), W3: draw(d, f), W2: draw(f, d) },
  gains: { attention: ones, ffn: ones },
};
const X = Matrix.from(n, d, normal);
const Y = llamaBlock(X, W);

describe('llamaBlock', () => {
  it('gives the same output wherever the sequence begins: only distances count', () => {
    expect(llamaBlock(X, W, 1000).distance(Y)).toBeLessThan(1e-9);
  });

  it('lets no token see a later one', () => {
    const changed = X.map((value, i) => (i === n - 1 ? -value : value));
    expect(
      llamaBlock(changed, W)
        .sliceRows(0, n - 1)
        .distance(Y.sliceRows(0, n - 1)),
    ).toBe(0);
  });

  it('tells the order of earlier tokens apart', () => {
    const swapped = Matrix.of([1, 0, 2, 3, 4, 5].map((i) => X.row(i)));
    expect(
      llamaBlock(swapped, W)
        .sliceRows(n - 1, n)
        .distance(Y.sliceRows(n - 1, n)),
    ).toBeGreaterThan(1e-3);
  });

  it('passes the residual stream through untouched when both sub-layers end in zeros', () => {
    const silent = {
      ...W,
      attention: { ...W.attention, WO: new Matrix(d, d) },
      ffn: { ...W.ffn, W2: new Matrix(f, d) },
    };
    expect(llamaBlock(X, silent).distance(X)).toBe(0);
  });

  it('adds the same to a residual stream ten times as large, as each sub-layer reads it normalised', () => {
    const onlyAttention = { ...W, ffn: { ...W.ffn, W2: new Matrix(f, d) } };
    const added = (Z: Matrix) => llamaBlock(Z, onlyAttention).plus(Z.scale(-1));
    expect(added(X.scale(10)).distance(added(X))).toBeLessThan(1e-4);
  });
});
