import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { softmax } from '#mechanisms/attention/softmax.ts';
import { cutColumns } from './sharded-matrix.ts';
import { TensorParallelGroup } from './tensor-parallel-group.ts';
import { vocabularyParallelLoss } from './vocabulary-parallel-loss.ts';

const [tokens, h, v] = [5, 8, 64];
const { normal } = createRandom(2);
const X = Matrix.from(tokens, h, () => normal());
const E = Matrix.from(h, v, () => normal());
const targets = [0, 15, 16, 40, 63];

describe.each([1, 2, 4])('cross-entropy with the vocabulary on %i ranks', (t) => {
  it('is what the whole logits give', () => {
    const losses = vocabularyParallelLoss(X, cutColumns(E, t), targets, new TensorParallelGroup(t));
    const whole = X.times(E);
    losses.forEach((loss, i) => expect(loss).toBeCloseTo(-Math.log(softmax(whole.row(i))[targets[i]!]!), 10));
  });

  it('sends a number of elements that does not depend on v', () => {
    const group = new TensorParallelGroup(t);
    vocabularyParallelLoss(X, cutColumns(E, t), targets, group);
    expect(group.sent()).toEqual(Array.from({ length: t }, () => (t - 1) * 3 * tokens));
  });
});
