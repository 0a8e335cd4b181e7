import { describe, expect, it } from 'vitest';
import { Matrix } from './matrix.ts';

describe('Matrix', () => {
  const a = Matrix.of([
    [1, 2, 3],
    [4, 5, 6],
  ]);

  it('multiplies as worked by hand', () => {
    expect(
      a
        .times(
          Matrix.of([
            [1, 0],
            [0, 1],
            [2, 2],
          ]),
        )
        .toRows(),
    ).toEqual([
      [7, 8],
      [16, 17],
    ]);
  });

  it('transposes (A·B)ᵀ = Bᵀ·Aᵀ', () => {
    const b = a.transpose();
    expect(a.times(b).transpose().distance(b.transpose().times(a.transpose()))).toBe(0);
  });

  it('cuts the ragged last block', () => {
    expect(a.sliceCols(2, 9).toRows()).toEqual([[3], [6]]);
    expect(a.sliceRows(1, 9).toRows()).toEqual([[4, 5, 6]]);
  });

  it.each([
    ['an index outside', () => a.at(2, 0)],
    ['ragged rows', () => Matrix.of([[1], [1, 2]])],
    ['inner dimensions that differ', () => a.times(a)],
    ['adding another shape', () => a.plus(a.transpose())],
  ])('throws on %s', (_, act) => expect(act).toThrow(RangeError));
});
