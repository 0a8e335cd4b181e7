import { describe, expect, it } from 'vitest';
import { causal, everything } from '#mechanisms/attention/masks.ts';
import type { Mask } from '#mechanisms/attention/masks.ts';
import { scaledDotProductAttention } from '#mechanisms/attention/scaled-dot-product.ts';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { allButSelf, wordsReaching } from './information-flow.ts';

const n = 5;

describe('wordsReaching', () => {
  it('keeps a word from its own guess for one layer of all-but-self, and no longer', () => {
    const own = (layers: number) => wordsReaching(allButSelf, n, layers).map((row, i) => row[i]);
    expect(own(1)).toEqual(Array(n).fill(false));
    expect(own(2)).toEqual(Array(n).fill(true));
    expect(own(12)).toEqual(Array(n).fill(true));
  });

  it('never lets a later word back through the causal mask, however deep the stack', () => {
    for (const layers of [1, 2, 12])
      expect(wordsReaching(causal, n, layers).every((row, i) => row.every((hit, j) => hit === j <= i))).toBe(true);
  });

  it('keeps a hidden word out of every output, and lets all others into each', () => {
    for (const layers of [1, 2, 12])
      expect(wordsReaching(everything, n, layers, [2])).toEqual(
        Array.from({ length: n }, () => [true, true, false, true, true]),
      );
  });

  it.each<[string, Mask]>([
    ['everything', everything],
    ['causal', causal],
    ['all but self', allButSelf],
  ])('agrees with attention that computes: under %s, an output moves with just the words that reach it', (_, mask) => {
    const random = createRandom(5);
    const X = Matrix.from(n, 3, () => random.normal());
    const weights = [0, 1].map(() => [0, 1, 2].map(() => Matrix.from(3, 3, () => random.normal())));
    const run = (input: Matrix) =>
      weights.reduce(
        (H, [q, k, v]) => scaledDotProductAttention(H.times(q!), H.times(k!), H.times(v!), { mask }).output,
        input,
      );
    const before = run(X);
    const reached = wordsReaching(mask, n, 2);
    for (let j = 0; j < n; j++) {
      const after = run(X.map((value, i) => (i === j ? value + 1 : value)));
      const moved = Array.from({ length: n }, (_, i) => after.row(i).some((value, c) => value !== before.at(i, c)));
      expect(moved).toEqual(reached.map((row) => row[j]));
    }
  });
});
