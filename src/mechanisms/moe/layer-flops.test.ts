import { expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { layerFlops } from './layer-flops.ts';

it('counts what the matrix products of one small device multiply', () => {
  const [S, M, H, D] = [8, 3, 5, 4];
  const C = (2 * S) / D;
  let multiplied = 0;
  const product = (a: Matrix, b: Matrix) => {
    multiplied += a.rows * a.cols * b.cols;
    return a.times(b);
  };
  const zeros = (rows: number, cols: number) => new Matrix(rows, cols);
  product(zeros(S, M), zeros(M, D));
  const gate = multiplied;
  for (let e = 0; e < D; e++) product(zeros(C, S), zeros(S, M));
  for (let e = 0; e < D; e++) product(zeros(S, C), zeros(C, M));
  const dispatchAndCombine = multiplied - gate;
  for (let g = 0; g < D; g++) product(product(zeros(C, M), zeros(M, H)), zeros(H, M));
  const feedForward = multiplied - gate - dispatchAndCombine;
  expect(layerFlops(D, { S, M, H })).toEqual({ gate, dispatchAndCombine, feedForward });
});

it('grows with the number of devices in the gate alone (§3.1)', () => {
  const [few, many] = [128, 2048].map((D) => layerFlops(D, { S: 2048, M: 1024, H: 8192 }));
  expect(many!.gate / few!.gate).toBe(16);
  expect(many!.dispatchAndCombine).toBe(few!.dispatchAndCombine);
  expect(many!.feedForward).toBe(few!.feedForward);
});
