/** The tokens and the router of the page's balance experiment. */
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';

/** 240 tokens as a cloud in the plane, off the centre by `skew`: at 1 most of them lie in the first quadrant. */
export function cloudAt(skew: number): Matrix {
  const random = createRandom(5);
  return Matrix.from(240, 2, (_, j) => 0.9 * random.normal() + skew * (j === 0 ? 0.9 : 0.7));
}

/** Four experts' directions, one a quadrant. */
export const quadrants = Matrix.of([
  [1, 1],
  [-1, 1],
  [-1, -1],
  [1, -1],
]);

export const learningRate = 40;
