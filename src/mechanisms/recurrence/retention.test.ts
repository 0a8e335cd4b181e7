import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { runRecurrence } from './affine-recurrence.ts';
import { chunkwiseRetention, decayMatrix, parallelRetention, recurrentRetention } from './retention.ts';

function draw(N: number, dk: number, dv: number, gamma: number, seed: number) {
  const { normal } = createRandom(seed);
  return { Q: Matrix.from(N, dk, normal), K: Matrix.from(N, dk, normal), V: Matrix.from(N, dv, normal), gamma };
}

describe('retention', () => {
  it('is the sum over the past, Σ_{m ≤ n} γ^{n−m} (Q_n·K_m) V_m, written as three loops', () => {
    const { Q, K, V, gamma } = draw(12, 4, 3, 0.8, 1);
    const sum = Matrix.from(12, 3, (n, c) => {
      let total = 0;
      for (let m = 0; m <= n; m++) {
        for (let i = 0; i < 4; i++) total += gamma ** (n - m) * Q.at(n, i) * K.at(m, i) * V.at(m, c);
      }
      return total;
    });
    expect(parallelRetention({ Q, K, V, gamma }).output.distance(sum)).toBeLessThan(1e-12);
  });

  it('comes out the same in parallel, token by token and in chunks of any length, ragged ones too', () => {
    for (const [seed, N] of [1, 2, 7, 16, 33].entries()) {
      const input = draw(N, 5, 4, [1, 0.97, 0.5][seed % 3]!, seed);
      const { output } = parallelRetention(input);
      expect(recurrentRetention(input).output.distance(output)).toBeLessThan(1e-10);
      for (let B = 1; B <= N + 1; B++) {
        expect(chunkwiseRetention(input, B).output.distance(output)).toBeLessThan(1e-10);
      }
    }
  });

  it('hands from chunk to chunk the very state that the recurrence has there', () => {
    const input = draw(12, 3, 2, 0.9, 4);
    const { states } = recurrentRetention(input);
    chunkwiseRetention(input, 5).chunks.forEach(({ R }, i) => {
      expect(R.distance(states[Math.min(5 * (i + 1), 12) - 1]!)).toBeLessThan(1e-12);
    });
  });

  it('keeps in each entry of the state the scalar recurrence of every linear recurrent model', () => {
    const { Q, K, V, gamma } = draw(20, 2, 3, 0.7, 5);
    const { states } = recurrentRetention({ Q, K, V, gamma });
    const entry = runRecurrence(K.col(1).map((k, n) => ({ a: gamma, b: k * V.at(n, 2) })));
    states.forEach((S, n) => expect(S.at(1, 2)).toBeCloseTo(entry[n]!, 12));
  });

  it('is the worked example of the page: four tokens at γ = ½ give 8, 8, 6, 11 and whole states', () => {
    const input = {
      Q: Matrix.of([[1, 0], [1, 1], [0, 1], [2, 1]]), // prettier-ignore
      K: Matrix.of([[1, 0], [0, 1], [1, 1], [0, 1]]), // prettier-ignore
      V: Matrix.of([[8], [4], [4], [2]]),
      gamma: 1 / 2,
    };
    expect(recurrentRetention(input).states.map((S) => S.col(0))).toEqual([[8, 0], [4, 4], [6, 6], [3, 5]]); // prettier-ignore
    expect(parallelRetention(input).weights.row(3)).toEqual([1 / 4, 1 / 4, 3 / 2, 1]);
    const { chunks, output } = chunkwiseRetention(input, 2);
    expect(chunks.map(({ inner, cross }) => [inner.col(0), cross.col(0)])).toEqual([[[8, 8], [0, 0]], [[4, 8], [2, 3]]]); // prettier-ignore
    expect(output.col(0)).toEqual([8, 8, 6, 11]);
  });

  it('without decay is causal linear attention without its normaliser: a plain running sum of K_mᵀV_m', () => {
    const { Q, K, V } = draw(9, 2, 2, 1, 6);
    const { states } = recurrentRetention({ Q, K, V, gamma: 1 });
    expect(states.at(-1)!.distance(K.transpose().times(V))).toBeLessThan(1e-12);
  });

  it('never looks ahead, and weighs by distance alone', () => {
    const D = decayMatrix(6, 0.5);
    expect(D.row(2)).toEqual([0.25, 0.5, 1, 0, 0, 0]);
    for (let n = 1; n < 6; n++) for (let m = 1; m < 6; m++) expect(D.at(n, m)).toBe(D.at(n - 1, m - 1));
  });

  it('refuses chunks of no token', () => {
    expect(() => chunkwiseRetention(draw(3, 1, 1, 0.5, 7), 0)).toThrow(RangeError);
  });
});
