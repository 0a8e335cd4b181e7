import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { answer, bestSpan, classify, scoresOf } from './fine-tuning-heads.ts';

/** The slow obvious version: all pairs j ≥ i. */
function bestOfAllPairs(start: readonly number[], end: readonly number[]): number {
  let best = -Infinity;
  start.forEach((s, i) => end.forEach((e, j) => (best = j >= i ? Math.max(best, s + e) : best)));
  return best;
}

describe('bestSpan', () => {
  const scores = fc
    .integer({ min: 1, max: 30 })
    .chain((n) =>
      fc.tuple(...[0, 1].map(() => fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n, maxLength: n }))),
    );

  it('finds in one pass what a look at all pairs finds', () => {
    fc.assert(
      fc.property(scores, ([start, end]) => {
        const { i, j, score } = bestSpan(start!, end!);
        expect(j).toBeGreaterThanOrEqual(i);
        expect(score).toBe(start![i]! + end![j]!);
        expect(score).toBe(bestOfAllPairs(start!, end!));
      }),
    );
  });

  it('does not pair the best start with an end before it', () => {
    expect(bestSpan([1, 0, 5], [4, 0, 1])).toEqual({ i: 2, j: 2, score: 6 });
    expect(bestSpan([2, 0, 5], [9, 0, 1])).toEqual({ i: 0, j: 0, score: 11 });
  });
});

describe('answer', () => {
  it('is withheld where the best span does not beat no answer by more than τ', () => {
    const best = { i: 1, j: 2, score: 7 };
    expect(answer(best, 5, 1)).toBe(best);
    expect(answer(best, 5, 2)).toBeUndefined();
  });
});

describe('classify and scoresOf', () => {
  it('take dot products with the new vectors', () => {
    const T = Matrix.of([
      [1, 2],
      [3, 4],
    ]);
    expect(scoresOf(T, [1, -1])).toEqual([-1, -1]);
    const [p, q] = classify(
      [2, 0],
      Matrix.of([
        [1, 7],
        [0, 7],
      ]),
    );
    expect(p! / q!).toBeCloseTo(Math.exp(2), 9);
  });
});
