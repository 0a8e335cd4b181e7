import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import {
  channelMixing,
  emptyTimeState,
  timeMixing,
  timeMixingStep,
  tokenShift,
  type Projection,
  type TimeMixing,
} from './rwkv-layer.ts';

const D = 5;
const { normal, next } = createRandom(21);
const draw = (rows: number, cols: number) => Matrix.from(rows, cols, normal);
const projection = (width = D): Projection => ({ W: draw(D, width), mu: Array.from({ length: D }, next) });
const layer: TimeMixing = {
  r: projection(),
  k: projection(),
  v: projection(),
  Wo: draw(D, D),
  w: Array.from({ length: D }, next),
  u: Array.from({ length: D }, normal),
};
const X = draw(18, D);

describe('token shift', () => {
  it('is the current input at μ = 1, the previous one at μ = 0, and 5 from 4 and 8 at μ = ¾', () => {
    expect(tokenShift([4, 4, 4], [8, 8, 8], [1, 0, 0.75])).toEqual([4, 8, 5]);
  });
});

describe('time mixing', () => {
  it('gives token by token, from a state of 4D numbers, what it gives for the whole sequence', () => {
    const whole = timeMixing(X, layer);
    let state = emptyTimeState(D);
    X.toRows().forEach((x, t) => {
      const step = timeMixingStep(x, state, layer);
      state = step.state;
      step.output.forEach((value, d) => expect(value).toBeCloseTo(whole.at(t, d), 11));
    });
    expect(state.x.length + 3 * state.wkv.length).toBe(4 * D);
  });

  it('does not look ahead', () => {
    const changed = X.map((value, t) => (t > 9 ? -value : value));
    const [before, after] = [X, changed].map((input) => timeMixing(input, layer).sliceRows(0, 10));
    expect(before!.distance(after!)).toBe(0);
  });
});

describe('channel mixing', () => {
  it('is σ(r′) times W′_v max(k′, 0)², and reads one token back at most', () => {
    const [r, k, Wv] = [projection(), projection(4 * D), draw(4 * D, D)];
    const output = channelMixing(X, r, k, Wv);
    const t = 7;
    const at = ({ W, mu }: Projection) =>
      Matrix.of([tokenShift(X.row(t), X.row(t - 1), mu)])
        .times(W)
        .row(0);
    const squared = at(k).map((z) => (z > 0 ? z * z : 0));
    at(r).forEach((z, d) => {
      const sum = squared.reduce((total, value, j) => total + value * Wv.at(j, d), 0);
      expect(output.at(t, d)).toBeCloseTo(sum / (1 + Math.exp(-z)), 10);
    });
    const earlier = X.map((value, row) => (row < 6 ? 0 : value));
    expect(channelMixing(earlier, r, k, Wv).sliceRows(7, 18).distance(output.sliceRows(7, 18))).toBe(0);
  });
});
