import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { parallelRetention, recurrentRetention } from './retention.ts';
import { linearRecurrence, rotateByPosition, transition } from './rotary-retention.ts';

const theta = [0.3, 1.7, 0.02];
const { normal } = createRandom(8);
const Q = Matrix.from(15, 6, normal);
const K = Matrix.from(15, 6, normal);
const V = Matrix.from(15, 2, normal);

describe('the derivation of retention', () => {
  it('turns the recurrence with A = γe^{iθ} into retention of rotated queries and keys (Eq. 1 = Eq. 5 = Eq. 6)', () => {
    const original = linearRecurrence(transition(0.9, theta), Q, K, V);
    const rotated = { Q: rotateByPosition(Q, theta), K: rotateByPosition(K, theta), V, gamma: 0.9 };
    expect(parallelRetention(rotated).output.distance(original)).toBeLessThan(1e-11);
    expect(recurrentRetention(rotated).output.distance(original)).toBeLessThan(1e-11);
  });

  it('makes the score depend on the distance alone: shifting both tokens leaves q·k', () => {
    const same = Matrix.from(15, 6, (_, c) => Q.at(0, c));
    const other = Matrix.from(15, 6, (_, c) => K.at(0, c));
    const scores = rotateByPosition(same, theta).times(rotateByPosition(other, theta).transpose());
    for (let n = 1; n < 15; n++)
      for (let m = 1; m < 15; m++) expect(scores.at(n, m)).toBeCloseTo(scores.at(n - 1, m - 1), 11);
    expect(Math.abs(scores.at(5, 0) - scores.at(0, 0))).toBeGreaterThan(0.01);
  });

  it('is a decay and nothing else where θ is zero', () => {
    const still = [0, 0, 0];
    expect(rotateByPosition(Q, still).distance(Q)).toBe(0);
    expect(transition(0.5, still).distance(Matrix.from(6, 6, (i, j) => (i === j ? 0.5 : 0)))).toBe(0);
  });
});
