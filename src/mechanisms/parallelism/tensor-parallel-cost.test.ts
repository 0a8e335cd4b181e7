import { expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { tensorParallel } from './conjugate-operators.ts';
import { cutLayer, drawLayer, layerBackward, layerForward } from './parallel-layer.ts';
import { allReduceElements, bytesPerIteration, layerWeightsPerRank, speedupBound } from './tensor-parallel-cost.ts';
import { TensorParallelGroup } from './tensor-parallel-group.ts';

const run = { b: 1, s: 4, h: 16, L: 1, t: 4 };

/** A layer really run on 4 ranks, forward and backward; forward a second time if its activations were thrown away. */
function counted(recompute: boolean): TensorParallelGroup {
  const group = new TensorParallelGroup(run.t);
  const W = cutLayer(drawLayer(run.h, 4, 1), run.t);
  const X = Array.from({ length: run.t }, () => Matrix.from(run.s, run.h, (i, j) => Math.sin(i + 3 * j)));
  const trace = layerForward(X, W, tensorParallel, group);
  if (recompute) layerForward(X, W, tensorParallel, group);
  layerBackward(trace, W, X, tensorParallel, group);
  return group;
}

it.each([false, true])('says what a layer really sends (recomputed: %s)', (recompute) => {
  const group = counted(recompute);
  expect(group.calls[0]!.sent[0]).toBe(allReduceElements(run));
  expect(2 * group.sent()[0]!).toBe(bytesPerIteration(run, recompute));
});

it('says what a rank really holds', () => {
  const { attention, mlp } = cutLayer(drawLayer(16, 4, 1), 4)[0]!;
  const held = [...attention.WQ, ...attention.WK, ...attention.WV, attention.WO, mlp.A, mlp.B];
  expect(held.reduce((sum, { rows, cols }) => sum + rows * cols, 0)).toBe(layerWeightsPerRank(16, 4));
});

it('bounds the speedup by t itself on an infinitely fast ring, and by the bytes once the ring is slow', () => {
  expect(speedupBound(run, false, 1, Infinity)).toBe(4);
  // 4 all-reduces of 96 elements, 2 bytes each: 768 bytes at 768 bytes/s take the second that the work took.
  expect(speedupBound(run, false, 1, 768)).toBeCloseTo(1 / 1.25, 12);
});
