import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matrix } from '../numeric/matrix.ts';
import { createRandom } from '../numeric/random.ts';
import { drawEncoder, encode, withClassToken } from './vit-encoder.ts';

const [N, D] = [9, 8];
const layers = drawEncoder(2, D, 2, 5);
const { normal } = createRandom(11);
const draw = (rows: number) => Matrix.from(rows, D, normal);
const [patches, cls, positions] = [draw(N), draw(1).row(0), draw(N + 1)];
const order = fc.shuffledSubarray([...Array(N).keys()], { minLength: N, maxLength: N });
const shuffled = (by: readonly number[]) => Matrix.of(by.map((n) => patches.row(n)));

describe('the encoder', () => {
  it('without positions carries a shuffle of the patches through to its outputs and leaves the class token as it is', () => {
    const plain = encode(withClassToken(patches, cls), layers);
    fc.assert(
      fc.property(order, (by) => {
        const moved = encode(withClassToken(shuffled(by), cls), layers);
        const expected = Matrix.of([plain.row(0), ...by.map((n) => plain.row(n + 1))]);
        expect(moved.distance(expected)).toBeLessThan(1e-9);
      }),
      { numRuns: 30 },
    );
  });

  it('with positions sees that patches have moved', () => {
    const plain = encode(withClassToken(patches, cls, positions), layers);
    const moved = encode(withClassToken(shuffled([8, 7, 6, 5, 4, 3, 2, 1, 0]), cls, positions), layers);
    expect(Math.max(...plain.row(0).map((value, c) => Math.abs(value - moved.at(0, c))))).toBeGreaterThan(0.01);
  });
});
