import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { flash2Backward } from './flash2-backward.ts';
import { flashAttention2 } from './flash2.ts';
import { causal, everything } from './masks.ts';
import { scaledDotProductAttention } from './scaled-dot-product.ts';

const { normal } = createRandom(3);
const draw = () => Matrix.from(6, 3, normal);
const [Q, K, V, dO] = [draw(), draw(), draw(), draw()];

/** The loss whose gradient with respect to O is dO, by standard attention. */
const loss = (Q: Matrix, K: Matrix, V: Matrix, mask: typeof causal): number =>
  scaledDotProductAttention(Q, K, V, { mask })
    .output.toRows()
    .flat()
    .reduce((sum, o, at) => sum + o * dO.at(Math.floor(at / 3), at % 3), 0);

/** Central differences of the loss with respect to each entry of the input `which`. */
function differences(which: 0 | 1 | 2, mask: typeof causal): Matrix {
  const h = 1e-5;
  const shifted = (i: number, c: number, by: number) => {
    const all = [Q, K, V] as [Matrix, Matrix, Matrix];
    all[which] = all[which].map((value, r, k) => (r === i && k === c ? value + by : value));
    return loss(...all, mask);
  };
  return Matrix.from(6, 3, (i, c) => (shifted(i, c, h) - shifted(i, c, -h)) / (2 * h));
}

describe('flash2Backward', () => {
  it.each([
    ['no mask', everything],
    ['the causal mask', causal],
  ])('gives the gradients that finite differences of standard attention give, with %s', (_, mask) => {
    const options = { Br: 2, Bc: 4, mask };
    const { O, L } = flashAttention2(Q, K, V, options);
    const { dQ, dK, dV } = flash2Backward({ Q, K, V, O, L, dO }, options);
    expect(dQ.distance(differences(0, mask))).toBeLessThan(1e-8);
    expect(dK.distance(differences(1, mask))).toBeLessThan(1e-8);
    expect(dV.distance(differences(2, mask))).toBeLessThan(1e-8);
  });

  it('adds to dQ once for every tile, and for every permitted tile under the causal mask', () => {
    const { O, L } = flashAttention2(Q, K, V, { Br: 2, Bc: 2 });
    const adds = (mask: typeof causal) =>
      flash2Backward({ Q, K, V, O, L, dO }, { Br: 2, Bc: 2, mask }).blocks.map((block) => block.adds.length);
    expect(adds(everything)).toEqual([3, 3, 3]);
    expect(adds(causal)).toEqual([3, 2, 1]);
  });
});
