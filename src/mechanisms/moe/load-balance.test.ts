import { describe, expect, it } from 'vitest';
import { softmax } from '#mechanisms/attention/softmax.ts';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { auxiliaryLoss, balanceGradient, favourites, meanGates, switchBalanceLoss } from './load-balance.ts';

const oneHot = (E: number, repeats: number) => Matrix.from(E * repeats, E, (s, e) => (s % E === e ? 1 : 0));

describe('auxiliaryLoss', () => {
  it.each([2, 4, 7])('is 1/E² where %i experts share evenly, 1/E where one takes all', (E) => {
    const even = oneHot(E, 3);
    expect(auxiliaryLoss(favourites(even), meanGates(even), even.rows)).toBeCloseTo(1 / E ** 2, 12);
    const all = Matrix.from(6, E, (_, e) => (e === 0 ? 1 : 0));
    expect(auxiliaryLoss(favourites(all), meanGates(all), 6)).toBeCloseTo(1 / E, 12);
  });

  it('is 0.1 for the four tokens of the page, worked by hand', () => {
    expect(auxiliaryLoss([3, 1, 0, 0], [0.45, 0.25, 0.2, 0.1], 4)).toBeCloseTo(0.1, 12);
  });
});

describe('switchBalanceLoss', () => {
  it.each([2, 8, 64])('is α at uniform routing over %i experts', (N) => {
    expect(switchBalanceLoss(oneHot(N, 2), 0.01)).toBeCloseTo(0.01, 12);
  });

  it('is E² times the loss of GShard, over the same counts', () => {
    const p = Matrix.of(Array.from({ length: 30 }, (_, t) => softmax([t % 3, (t * 7) % 5, 1, 2])));
    const gshard = auxiliaryLoss(favourites(p), meanGates(p), p.rows);
    expect(switchBalanceLoss(p, 1)).toBeCloseTo(16 * gshard, 12);
  });

  it('can fall below its value at uniform routing, although the paper calls that its minimum', () => {
    const p = Matrix.from(10, 2, (t, i) => (t < 6 ? [0.51, 0.49] : [0.01, 0.99])[i]!);
    expect(switchBalanceLoss(p, 1)).toBeCloseTo(0.924, 12);
  });
});

it('has the gradient that finite differences of the logits give', () => {
  const random = createRandom(4);
  const h = Matrix.from(6, 3, () => random.normal());
  const loss = (logits: Matrix) => switchBalanceLoss(Matrix.of(logits.toRows().map(softmax)), 0.01);
  const gradient = balanceGradient(h, 0.01);
  const step = 1e-6;
  for (let t = 0; t < h.rows; t++)
    for (let i = 0; i < h.cols; i++) {
      const nudge = (by: number) => loss(h.map((value, r, c) => (r === t && c === i ? value + by : value)));
      expect((nudge(step) - nudge(-step)) / (2 * step)).toBeCloseTo(gradient.at(t, i), 8);
    }
});
