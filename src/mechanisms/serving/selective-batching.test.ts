import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { selectiveBatch, type LayerWeights, type RequestState } from './selective-batching.ts';

const H = 4;

function draw(
  shapes: readonly { tokens: number; cached: number }[],
  seed: number,
): { requests: RequestState[]; weights: LayerWeights } {
  const random = createRandom(seed);
  const matrix = (rows: number) => Matrix.from(rows, H, () => random.normal());
  const weights = { WQ: matrix(H), WK: matrix(H), WV: matrix(H), WO: matrix(H) };
  return {
    requests: shapes.map(({ tokens, cached }) => ({ x: matrix(tokens), K: matrix(cached), V: matrix(cached) })),
    weights,
  };
}

/** The definition, token by token: each token attends to its request's cache and to itself and earlier new tokens. */
function alone({ x, K, V }: RequestState, { WQ, WK, WV, WO }: LayerWeights): number[][] {
  const [q, k, v] = [x.times(WQ), x.times(WK), x.times(WV)];
  return x.toRows().map((_, i) => {
    const keys = [...K.toRows(), ...k.toRows().slice(0, i + 1)];
    const values = [...V.toRows(), ...v.toRows().slice(0, i + 1)];
    const weights = keys.map((key) =>
      Math.exp(key.reduce((sum, value, c) => sum + value * q.at(i, c), 0) / Math.sqrt(H)),
    );
    const total = weights.reduce((a, b) => a + b, 0);
    const mean = Matrix.of([
      Array.from({ length: H }, (__, c) => weights.reduce((sum, w, j) => sum + (w / total) * values[j]![c]!, 0)),
    ]);
    return mean.times(WO).row(0);
  });
}

it('gives every request what it would get alone, whatever its companions', () => {
  const shape = fc.record({ tokens: fc.integer({ min: 1, max: 4 }), cached: fc.integer({ min: 0, max: 5 }) });
  fc.assert(
    fc.property(fc.array(shape, { minLength: 1, maxLength: 5 }), fc.integer(), (shapes, seed) => {
      const { requests, weights } = draw(shapes, seed);
      selectiveBatch(requests, weights).forEach((out, b) => {
        expect(out.distance(Matrix.of(alone(requests[b]!, weights)))).toBeLessThan(1e-9);
      });
    }),
  );
});

it('mixes prompts and single tokens in one batch', () => {
  const { requests, weights } = draw(
    [
      { tokens: 3, cached: 0 },
      { tokens: 1, cached: 7 },
    ],
    1,
  );
  expect(selectiveBatch(requests, weights).map((m) => m.rows)).toEqual([3, 1]);
});
