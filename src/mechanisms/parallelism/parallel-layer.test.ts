import { describe, expect, it } from 'vitest';
import { causal } from '#mechanisms/attention/masks.ts';
import { multiHeadAttention } from '#mechanisms/attention/multi-head.ts';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { tensorParallel } from './conjugate-operators.ts';
import { gelu } from './gelu.ts';
import { layerNorm } from './layer-norm.ts';
import { cutLayer, drawLayer, layerBackward, layerForward } from './parallel-layer.ts';
import { TensorParallelGroup } from './tensor-parallel-group.ts';

const [s, h, a] = [4, 16, 4];
const { normal } = createRandom(5);
const X = Matrix.from(s, h, () => normal());
const dOut = Matrix.from(s, h, () => normal());
const weights = drawLayer(h, a, 9);

/** The layer written down without any thought of ranks. */
function unsplit(input: Matrix): Matrix {
  const normed = layerNorm(input);
  const middle = input.plus(multiHeadAttention(normed, normed, weights.attention, { mask: causal }).output);
  return middle.plus(layerNorm(middle).times(weights.mlp.A).map(gelu).times(weights.mlp.B));
}
const loss = (input: Matrix): number =>
  unsplit(input)
    .toRows()
    .reduce((sum, row, i) => sum + row.reduce((rest, z, j) => rest + z * dOut.at(i, j), 0), 0);

function run(t: number) {
  const group = new TensorParallelGroup(t);
  const copies = (M: Matrix) => Array.from({ length: t }, () => M);
  const shards = cutLayer(weights, t);
  const trace = layerForward(copies(X), shards, tensorParallel, group);
  return { group, trace, ...layerBackward(trace, shards, copies(dOut), tensorParallel, group) };
}

describe.each([1, 2, 4])('a transformer layer on %i ranks', (t) => {
  it('gives every rank what it gives unsplit', () => {
    for (const output of run(t).trace.output) expect(output.distance(unsplit(X))).toBeLessThan(1e-12);
  });

  it('hands back the gradient that finite differences find', () => {
    const { dX } = run(t);
    const slope = (i: number, j: number) => {
      const at = (by: number) => loss(X.map((x, r, c) => (r === i && c === j ? x + by : x)));
      return (at(1e-5) - at(-1e-5)) / 2e-5;
    };
    for (const d of dX)
      for (const [i, j] of [
        [0, 0],
        [3, 15],
      ] as const)
        expect(d.at(i, j)).toBeCloseTo(slope(i, j), 5);
  });

  it('runs two all-reduces forward and two backward, each over b·s·h elements (Sec. 3)', () => {
    const { calls } = run(t).group;
    expect(calls.map(({ operation, pass }) => `${operation} ${pass}`)).toEqual([
      'all-reduce forward',
      'all-reduce forward',
      'all-reduce backward',
      'all-reduce backward',
    ]);
    for (const { sent } of calls) expect(sent[0]).toBe((2 * s * h * (t - 1)) / t);
  });
});
