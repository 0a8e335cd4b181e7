import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { backwardLayer, forwardLayer, squaredError } from './perceptron.ts';

const random = createRandom(11);
const normal = (rows: number, cols: number): Matrix => Matrix.from(rows, cols, random.normal);

describe('the perceptron', () => {
  it('has the loss of the definition', () => {
    const { loss } = squaredError(
      Matrix.of([
        [1, 2],
        [0, 0],
      ]),
      Matrix.of([
        [0, 0],
        [0, 3],
      ]),
    );
    expect(loss).toBe((1 + 4 + 9) / 4);
  });

  it('has gradients that agree with finite differences', () => {
    const [a, W, y] = [normal(3, 4), normal(4, 2), normal(3, 2)];
    const lossAt = (a: Matrix, W: Matrix): number => squaredError(forwardLayer(a, W), y).loss;
    const out = forwardLayer(a, W);
    const { dW, da } = backwardLayer(a, W, out, squaredError(out, y).dOut);

    const h = 1e-6;
    const nudged = (M: Matrix, i: number, j: number, by: number): Matrix =>
      M.map((value, r, c) => (r === i && c === j ? value + by : value));
    const slopeW = W.map((_, i, j) => (lossAt(a, nudged(W, i, j, h)) - lossAt(a, nudged(W, i, j, -h))) / (2 * h));
    const slopeA = a.map((_, i, j) => (lossAt(nudged(a, i, j, h), W) - lossAt(nudged(a, i, j, -h), W)) / (2 * h));
    expect(dW.distance(slopeW)).toBeLessThan(1e-8);
    expect(da.distance(slopeA)).toBeLessThan(1e-8);
  });
});
