/** The two-layer perceptron of the authors' own solver tests (playground/auto_sharding_solver/test_solver_mlp.py). */
import { bestPlan, type FixedLabels, type OperatorGraph } from '#mechanisms/parallelism/operator-graph.ts';

const graph = (b: number, h: number): OperatorGraph => ({
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

const mixed: FixedLabels = {
  x: 'S0R',
  w1: 'RS1',
  w2: 'S1R',
  ...Object.fromEntries(['h1', 'h2', 'dw2', 'dh1', 'dw1'].map((name) => [name, 'b→0 h→1'])),
};

/** Their cost is β times the bytes that a ring sends, at four bytes an element. */
const cost = (b: number, h: number, shape: readonly [number, number], beta: readonly [number, number], fixed = {}) =>
  bestPlan(graph(b, h), { shape, bandwidth: [1 / (4 * beta[0]), 1 / (4 * beta[1])] }, fixed).time;

export const official = {
  manyTokens: cost(1024, 128, [4, 1], [1, 1]),
  fewTokens: cost(128, 1024, [4, 1], [1, 1]),
  mixed: cost(1024, 128, [4, 8], [1, 0.01], mixed),
  optimum: cost(1024, 128, [4, 8], [1, 0.01]),
};
