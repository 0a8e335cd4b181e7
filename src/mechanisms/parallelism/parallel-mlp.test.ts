import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { tensorParallel } from './conjugate-operators.ts';
import { gelu } from './gelu.ts';
import { cutMlp, parallelMlp, parallelMlpBackward, rowFirstMlp } from './parallel-mlp.ts';
import { joinColumns, joinRows } from './sharded-matrix.ts';
import { TensorParallelGroup } from './tensor-parallel-group.ts';

const { normal } = createRandom(7);
const draw = (rows: number, cols: number) => Matrix.from(rows, cols, () => normal() / Math.sqrt(rows));
const X = draw(5, 8).scale(2);
const weights = { A: draw(8, 32), B: draw(32, 8) };
const dZ = draw(5, 8);

const unsplit = (input: Matrix, { A, B } = weights): Matrix => input.times(A).map(gelu).times(B);
const everywhere = (value: Matrix, t: number): Matrix[] => Array.from({ length: t }, () => value);

function run(t: number) {
  const group = new TensorParallelGroup(t);
  const shards = cutMlp(weights, t);
  const trace = parallelMlp(everywhere(X, t), shards, tensorParallel, group);
  return { group, trace, ...parallelMlpBackward(trace, shards, everywhere(dZ, t), tensorParallel, group) };
}

describe.each([1, 2, 4, 8])('the MLP on %i ranks', (t) => {
  it('gives every rank what GeLU(XA)B gives unsplit', () => {
    for (const Z of run(t).trace.Z) expect(Z.distance(unsplit(X))).toBeLessThan(1e-12);
  });

  it('sends 2bsh(t − 1)/t elements a rank in each of two all-reduces, one a pass', () => {
    const { calls } = run(t).group;
    expect(calls.map(({ operation, pass }) => [operation, pass])).toEqual([
      ['all-reduce', 'forward'],
      ['all-reduce', 'backward'],
    ]);
    for (const { sent } of calls) expect(sent).toEqual(Array.from({ length: t }, () => (2 * 5 * 8 * (t - 1)) / t));
  });

  it('finds the gradients that finite differences find', () => {
    const { dX, dA, dB } = run(t);
    const loss = (input: Matrix, W = weights) => {
      const Z = unsplit(input, W);
      return Z.toRows()
        .flat()
        .reduce((sum, z, i) => sum + z * dZ.at(Math.floor(i / 8), i % 8), 0);
    };
    const nudged = (M: Matrix, i: number, j: number, by: number) =>
      M.map((m, r, c) => (r === i && c === j ? m + by : m));
    const slope = (at: (by: number) => number) => (at(1e-5) - at(-1e-5)) / 2e-5;
    for (const [i, j] of [
      [0, 0],
      [4, 7],
      [2, 5],
    ] as const) {
      expect(dX[0]!.at(i, j)).toBeCloseTo(
        slope((by) => loss(nudged(X, i, j, by))),
        6,
      );
      const A = joinColumns(dA).at(i, 4 * j);
      expect(A).toBeCloseTo(
        slope((by) => loss(X, { ...weights, A: nudged(weights.A, i, 4 * j, by) })),
        6,
      );
      const B = joinRows(dB).at(6 * i, j);
      expect(B).toBeCloseTo(
        slope((by) => loss(X, { ...weights, B: nudged(weights.B, 6 * i, j, by) })),
        6,
      );
    }
  });
});

describe('cutting A by rows instead', () => {
  it('goes wrong where each rank takes GeLU of its own addend', () => {
    expect(rowFirstMlp(X, weights, new TensorParallelGroup(2), false).distance(unsplit(X))).toBeGreaterThan(1e-2);
  });

  it('is right with an all-reduce before GeLU, and then sends five times as much forward', () => {
    const group = new TensorParallelGroup(4);
    expect(rowFirstMlp(X, weights, group, true).distance(unsplit(X))).toBeLessThan(1e-12);
    expect(group.sent()[0]).toBe(5 * run(4).group.calls[0]!.sent[0]!);
  });
});

it('GeLU passes through the points that the normal distribution gives: x·Φ(x)', () => {
  expect([0, 1, -1, 3, -2].map((x) => gelu(x))).toEqual(
    [0, 0.84134, -0.15866, 2.99595, -0.0455].map((y) => expect.closeTo(y, 3)),
  );
});

it('a width that t does not divide is refused', () => {
  expect(() => cutMlp(weights, 3)).toThrow(RangeError);
});
