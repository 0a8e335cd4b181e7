import { describe, expect, it } from 'vitest';
import { causal } from '#mechanisms/attention/masks.ts';
import { drawWeights, evenShape, multiHeadAttention } from '#mechanisms/attention/multi-head.ts';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { tensorParallel } from './conjugate-operators.ts';
import { cutAttention, parallelAttention, parallelAttentionBackward } from './parallel-attention.ts';
import { TensorParallelGroup } from './tensor-parallel-group.ts';

const [s, h, a] = [6, 16, 8];
const { normal } = createRandom(11);
const draw = () => Matrix.from(s, h, () => normal());
const [X, dZ] = [draw(), draw()];
const weights = drawWeights(evenShape(h, a), 3);

const unsplit = (input: Matrix, W = weights): Matrix => multiHeadAttention(input, input, W, { mask: causal }).output;
const loss = (input: Matrix, W = weights): number => {
  const Z = unsplit(input, W);
  return Z.toRows().reduce((sum, row, i) => sum + row.reduce((rest, z, j) => rest + z * dZ.at(i, j), 0), 0);
};
const nudged = (M: Matrix, i: number, j: number, by: number) => M.map((m, r, c) => (r === i && c === j ? m + by : m));
const slope = (at: (by: number) => number) => (at(1e-5) - at(-1e-5)) / 2e-5;

function run(t: number) {
  const group = new TensorParallelGroup(t);
  const shards = cutAttention(weights, t);
  const trace = parallelAttention(
    Array.from({ length: t }, () => X),
    shards,
    tensorParallel,
    group,
  );
  const back = parallelAttentionBackward(
    trace,
    shards,
    Array.from({ length: t }, () => dZ),
    tensorParallel,
    group,
  );
  return { group, trace, ...back };
}

describe.each([1, 2, 4, 8])('attention with its 8 heads on %i ranks', (t) => {
  it('gives every rank what all heads give on one', () => {
    for (const Z of run(t).trace.Z) expect(Z.distance(unsplit(X))).toBeLessThan(1e-12);
  });

  it('runs one all-reduce a pass', () => {
    expect(run(t).group.calls.map(({ operation, pass }) => [operation, pass])).toEqual([
      ['all-reduce', 'forward'],
      ['all-reduce', 'backward'],
    ]);
  });

  it('finds the gradients that finite differences find', () => {
    const { dX, gradients } = run(t);
    for (const [i, j] of [
      [0, 3],
      [5, 15],
    ] as const) {
      expect(dX[t - 1]!.at(i, j)).toBeCloseTo(
        slope((by) => loss(nudged(X, i, j, by))),
        6,
      );
    }
    for (const name of ['WQ', 'WK', 'WV'] as const) {
      const with7 = (by: number) => weights[name].map((W, head) => (head === 7 ? nudged(W, 4, 1, by) : W));
      const found = gradients.flatMap((own) => own[name])[7]!.at(4, 1);
      expect(found).toBeCloseTo(
        slope((by) => loss(X, { ...weights, [name]: with7(by) })),
        6,
      );
    }
    const WO = slope((by) => loss(X, { ...weights, WO: nudged(weights.WO, h - 1, 2, by) }));
    expect(gradients.at(-1)!.WO.at(h / t - 1, 2)).toBeCloseTo(WO, 6);
  });
});

it('heads that do not divide among the ranks are refused', () => {
  expect(() => cutAttention(weights, 3)).toThrow(RangeError);
});
