import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { standardForward } from './io-cost.ts';
import { causal } from './masks.ts';
import { scaledDotProductAttention } from './scaled-dot-product.ts';
import { standardAttention } from './standard.ts';
import { total, traffic } from './work.ts';

const { normal } = createRandom(2);
const [N, d] = [10, 4];
const [Q, K, V] = [0, 0, 0].map(() => Matrix.from(N, d, normal)) as [Matrix, Matrix, Matrix];

describe('standardAttention', () => {
  it('leaves S, then P, then O in HBM', () => {
    const steps = [...standardAttention(Q, K, V)];
    const { scaled, weights, output } = scaledDotProductAttention(Q, K, V);
    expect(steps.map((step) => step.kind)).toEqual(['scores', 'softmax', 'output']);
    expect(steps.map((step) => step.result.toRows())).toEqual([scaled, weights, output].map((m) => m.toRows()));
  });

  it('moves 4N² + 4Nd elements (proof of Theorem 2)', () => {
    const work = total(standardAttention(Q, K, V));
    expect(work).toEqual(standardForward({ N, d }));
    expect(traffic(work)).toBe(4 * N * N + 4 * N * d);
  });

  it('pays another 2N² for a mask, which is a kernel of its own', () => {
    const steps = [...standardAttention(Q, K, V, { mask: causal })];
    expect(traffic(total(steps)) - traffic(standardForward({ N, d }))).toBe(2 * N * N);
    expect(steps.at(-1)!.result.toRows()).toEqual(scaledDotProductAttention(Q, K, V, { mask: causal }).output.toRows());
  });
});
