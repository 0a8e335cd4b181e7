import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matrix } from '../numeric/matrix.ts';
import { createRandom } from '../numeric/random.ts';
import { resizePositions } from './resize-positions.ts';

const size = fc.integer({ min: 2, max: 9 });

describe('resized positions', () => {
  it('are exact where embeddings are linear in the place', () => {
    fc.assert(
      fc.property(size, size, (from, to) => {
        const plane = (g: number) =>
          Matrix.from(g * g, 3, (n, d) => d + (3 * Math.floor(n / g)) / (g - 1) - (2 * (n % g)) / (g - 1));
        expect(resizePositions(plane(from), from, to).distance(plane(to))).toBeLessThan(1e-12);
      }),
    );
  });

  it('are the same at the same size, and keep the corners at any', () => {
    const { normal } = createRandom(2);
    const positions = Matrix.from(16, 4, normal);
    expect(resizePositions(positions, 4, 4).distance(positions)).toBeLessThan(1e-12);
    const larger = resizePositions(positions, 4, 7);
    [
      [0, 0],
      [3, 6],
      [12, 42],
      [15, 48],
    ].forEach(([before, after]) =>
      larger.row(after!).forEach((value, d) => expect(value).toBeCloseTo(positions.at(before!, d), 12)),
    );
  });

  it('by hand: between 0 and 10 on an edge stands 5', () => {
    expect(resizePositions(Matrix.of([[0], [10], [20], [30]]), 2, 3).col(0)).toEqual([
      0, 5, 10, 10, 15, 20, 20, 25, 30,
    ]);
  });
});
