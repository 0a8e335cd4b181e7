import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { chooseOneEach, costOf } from './one-choice-each.ts';
import type { ChoiceProblem } from './one-choice-each.ts';
import { bestPlan, mlpGraph, planningProblem } from './operator-graph.ts';
import type { FixedLabels, OperatorGraph } from './operator-graph.ts';
import { parallelAlgorithms } from './parallel-algorithms.ts';
import { specName, tileOf } from './sharding-spec.ts';
import type { Mesh } from './sharding-spec.ts';

const square: Mesh = { shape: [2, 2], bandwidth: [1, 1] };

describe('parallel algorithms of a matrix product', () => {
  it('are those of Table 3 for a batched product, with their layouts and their all-reduce', () => {
    const [n0, n1] = [4, 2];
    const all = parallelAlgorithms('bik,bkj->bij', { b: 8, i: 8, j: 8, k: 8 }, { shape: [n0, n1], bandwidth: [1, 1] });
    const row = (loops: string) => {
      const { output, inputs, time } = all.find(
        (one) => one.loops.map(([axis, loop]) => `${loop}${axis}`).join(' ') === loops,
      )!;
      return [specName(output), ...inputs.map(specName), time];
    };
    const M = 8 * 8 * 8;
    const ring = (x: number, n: number): number => (2 * x * (n - 1)) / n;
    expect(all).toHaveLength(16);
    expect(row('i0 j1')).toEqual(['RS0S1', 'RS0R', 'RRS1', 0]);
    expect(row('i0 k1')).toEqual(['RS0R', 'RS0S1', 'RS1R', ring(M / n0, n1)]);
    expect(row('j0 k1')).toEqual(['RRS0', 'RRS1', 'RS1S0', ring(M / n0, n1)]);
    expect(row('b0 i1')).toEqual(['S0S1R', 'S0S1R', 'S0RR', 0]);
    expect(row('b0 k1')).toEqual(['S0RR', 'S0RS1', 'S0S1R', ring(M / n0, n1)]);
    expect(row('i0 i1')).toEqual(['RS01R', 'RS01R', 'RRR', 0]);
    expect(row('k0 k1')).toEqual(['RRR', 'RRS01', 'RS01R', ring(M, n0 * n1)]);
  });

  it('all compute the product: local products of local tiles, summed over the reduced axes', () => {
    const A = Matrix.from(4, 8, (i, k) => 3 * i - k);
    const B = Matrix.from(8, 4, (k, j) => k * j + 1);
    const C = A.times(B);
    for (const { inputs, output, reduced } of parallelAlgorithms('ik,kj->ij', { i: 4, k: 8, j: 4 }, square)) {
      const cut = (X: Matrix, spec: typeof output, device: readonly number[]): Matrix => {
        const [rows, columns] = tileOf(spec, [X.rows, X.cols], square, device);
        return X.sliceRows(rows!.start, rows!.end).sliceCols(columns!.start, columns!.end);
      };
      for (const device of grid) {
        const group = grid.filter((other) =>
          other.every((at, axis) => at === device[axis] || reduced.includes(axis as 0 | 1)),
        );
        const addends = group.map((other) => cut(A, inputs[0]!, other).times(cut(B, inputs[1]!, other)));
        expect(addends.reduce((sum, addend) => sum.plus(addend)).distance(cut(C, output, device))).toBe(0);
      }
    }
  });
});

const grid = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];

/** Witness: the least cost over every combination of choices. */
function enumerate(problem: ChoiceProblem): number {
  const visit = (s: number[]): number =>
    s.length === problem.nodes.length
      ? costOf(problem, s)
      : Math.min(...problem.nodes[s.length]!.map((_, i) => visit([...s, i])));
  return visit([]);
}

/** The two-layer perceptron of the authors' own tests: no gradient of the input, activations merged, weights updated. */
const perceptron = (b: number, h: number): OperatorGraph => ({
  sizes: { b, i: h, h, o: h },
  nodes: [
    { name: 'x', letters: 'bi' },
    { name: 'w1', letters: 'ih' },
    { name: 'w2', letters: 'ho' },
    { name: 'h1', einsum: 'bi,ih->bh', of: ['x', 'w1'] },
    { name: 'h2', einsum: 'bh,ho->bo', of: ['h1', 'w2'] },
    { name: 'dw2', einsum: 'bh,bo->ho', of: ['h1', 'h2'] },
    { name: 'dh1', einsum: 'bo,ho->bh', of: ['h2', 'w2'] },
    { name: 'dw1', einsum: 'bi,bh->ih', of: ['x', 'dh1'] },
  ],
  meets: [
    ['dw1', 'w1'],
    ['dw2', 'w2'],
  ],
});

/** Costs as in those tests: β times the bytes that a ring sends, 4 bytes an element. */
const clusterOf = (shape: readonly [number, number], beta: readonly [number, number]): Mesh => ({
  shape,
  bandwidth: [1 / (4 * beta[0]), 1 / (4 * beta[1])],
});
const allReduceCost = (bytes: number, n: number, beta: number): number => (beta * 2 * (n - 1) * bytes) / n;

describe('the choice of one algorithm for every operator', () => {
  it('is the best of all combinations on random graphs', () => {
    const cost = fc.integer({ min: 0, max: 50 });
    const problem = fc.integer({ min: 1, max: 6 }).chain((size) =>
      fc
        .tuple(
          fc.array(fc.array(cost, { minLength: 1, maxLength: 3 }), { minLength: size, maxLength: size }),
          fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.array(cost, { minLength: 9, maxLength: 9 })), {
            maxLength: 9,
          }),
        )
        .map(([nodes, pairs]): ChoiceProblem => ({
          nodes,
          edges: pairs
            .filter(([v, u]) => v !== u)
            .map(([v, u, costs]) => ({
              v,
              u,
              matrix: nodes[v]!.map((_, i) => nodes[u]!.map((_, j) => costs[3 * i + j]!)),
            })),
        })),
    );
    fc.assert(
      fc.property(problem, (p) => {
        expect(chooseOneEach(p).cost).toBe(enumerate(p));
      }),
      { numRuns: 300 },
    );
  });

  it('is the best of all combinations for an MLP on four devices in a row', () => {
    const row: Mesh = { shape: [1, 4], bandwidth: [1, 1] };
    for (const b of [8, 64]) {
      const { problem } = planningProblem(mlpGraph(b, 8), row);
      expect(bestPlan(mlpGraph(b, 8), row).time).toBeCloseTo(enumerate(problem));
    }
  });

  it('all-reduces two weights where the batch is large, one activation where it is small (alpa test_solver_mlp.py)', () => {
    for (const shape of [
      [4, 1],
      [1, 4],
    ] as const) {
      const cluster = clusterOf(shape, [1, 1]);
      expect(bestPlan(perceptron(1024, 128), cluster).time).toBeCloseTo(2 * allReduceCost(128 * 128 * 4, 4, 1));
      expect(bestPlan(perceptron(128, 1024), cluster).time).toBeCloseTo(allReduceCost(128 * 1024 * 4, 4, 1));
    }
  });

  it('prices the mixed plan of the same tests on a 2-D mesh as they do, and finds none dearer', () => {
    const mixed: FixedLabels = {
      x: 'S0R',
      h1: 'b→0 h→1',
      h2: 'b→0 h→1',
      dw2: 'b→0 h→1',
      dh1: 'b→0 h→1',
      dw1: 'b→0 h→1',
    };
    for (const shape of [
      [4, 8],
      [8, 4],
    ] as const) {
      const cluster = clusterOf(shape, [1, 0.01]);
      const expected =
        2 * allReduceCost((128 * 128 * 4) / shape[1], shape[0], 1) +
        allReduceCost((1024 * 128 * 4) / shape[0], shape[1], 0.01);
      const graph = perceptron(1024, 128);
      expect(bestPlan(graph, cluster, { ...mixed, w1: 'RS1', w2: 'S1R' }).time).toBeCloseTo(expected);
      expect(bestPlan(graph, cluster).time).toBeLessThanOrEqual(expected + 1e-9);
    }
  });
});

describe('an MLP between layers like itself', () => {
  const [b, h] = [32, 8];
  const all = (label: string) => Object.fromEntries(['Y', 'Z', 'dY', 'dA', 'dB', 'dX'].map((name) => [name, label]));

  it('all-reduces its two gradients in data parallelism', () => {
    const plan = bestPlan(mlpGraph(b, h), square, { ...all('b→0 b→1'), A: 'RR', B: 'RR' });
    expect(plan.time).toBe(2 * ((2 * 3) / 4) * (4 * h * h));
    expect(plan.conversions).toEqual([]);
  });

  it('all-reduces Z and dX in the plan of Megatron-LM, columns then rows', () => {
    const plan = bestPlan(mlpGraph(b, h), square, { ...all('f→0 f→1'), X: 'RR', dZ: 'RR' });
    expect(plan.time).toBe(2 * ((2 * 3) / 4) * (b * h));
    expect(plan.steps.filter(({ time }) => time > 0).map(({ name }) => name)).toEqual(['Z', 'dX']);
    expect(plan.steps.find(({ name }) => name === 'A')!.output).toBe('RS01');
    expect(plan.steps.find(({ name }) => name === 'B')!.output).toBe('S01R');
  });

  it('refuses a label that an operator does not have', () => {
    expect(() => bestPlan(mlpGraph(b, h), square, { Y: 'q→0' })).toThrow(RangeError);
  });
});
