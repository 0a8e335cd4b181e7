import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { tensorParallel } from './conjugate-operators.ts';
import { cutLayer, drawLayer, layerBackward, layerForward } from './parallel-layer.ts';
import { sequenceParallel } from './sequence-parallel.ts';
import { cutRows, joinRows } from './sharded-matrix.ts';
import { TensorParallelGroup } from './tensor-parallel-group.ts';

const [s, h, a] = [8, 16, 4];
const { normal } = createRandom(21);
const draw = () => Matrix.from(s, h, () => normal());
const [X, dOut] = [draw(), draw()];
const weights = drawLayer(h, a, 4);

function run(t: number, sequence: boolean) {
  const group = new TensorParallelGroup(t);
  const pair = sequence ? sequenceParallel : tensorParallel;
  const shared = (M: Matrix) => (sequence ? cutRows(M, t) : Array.from({ length: t }, () => M));
  const shards = cutLayer(weights, t);
  const trace = layerForward(shared(X), shards, pair, group);
  return { group, trace, ...layerBackward(trace, shards, shared(dOut), pair, group) };
}
const whole = run(1, false);

describe.each([1, 2, 4])('a layer whose tokens are shared out among %i ranks between its blocks', (t) => {
  const split = run(t, true);

  it('gives the output and the input’s gradient of the unsplit layer, slice by slice', () => {
    expect(joinRows(split.trace.output).distance(whole.trace.output[0]!)).toBeLessThan(1e-12);
    expect(joinRows(split.dX).distance(whole.dX[0]!)).toBeLessThan(1e-12);
  });

  it('gives every rank the weight gradients that tensor parallelism alone gives it', () => {
    run(t, false).gradients.forEach(({ mlp, attention }, rank) => {
      expect(split.gradients[rank]!.mlp.A.distance(mlp.A)).toBeLessThan(1e-12);
      expect(split.gradients[rank]!.attention.WO.distance(attention.WO)).toBeLessThan(1e-12);
    });
  });

  it('runs four all-gathers and four reduce-scatters in place of four all-reduces (Sec. 4.2.2)', () => {
    const count = (operation: string) => split.group.calls.filter((call) => call.operation === operation).length;
    expect([count('all-gather'), count('reduce-scatter'), count('all-reduce')]).toEqual([4, 4, 0]);
  });

  it('sends not one element more than tensor parallelism', () => {
    expect(split.group.sent()).toEqual(run(t, false).group.sent());
  });

  it('holds 1/t of what stands between the blocks', () => {
    for (const slice of [...split.trace.X, ...split.trace.middle, ...split.trace.output])
      expect(slice.rows).toBe(s / t);
  });
});

it('tokens that do not divide among the ranks are refused', () => {
  const group = new TensorParallelGroup(3);
  expect(() => sequenceParallel.leave.forward([X, X, X], group)).toThrow(RangeError);
});
