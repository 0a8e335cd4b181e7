import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { embed, pack } from './input-representation.ts';

const tables = {
  token: Matrix.of([
    [1, 0],
    [0, 1],
    [5, 5],
  ]),
  segment: Matrix.of([
    [0, 0],
    [10, 10],
  ]),
  position: Matrix.of([
    [100, 0],
    [200, 0],
    [300, 0],
  ]),
};

describe('pack', () => {
  it('puts [CLS] first, [SEP] after each text, and segment B from the second text on', () => {
    expect(pack(['my', 'dog'], ['he'])).toEqual({
      tokens: ['[CLS]', 'my', 'dog', '[SEP]', 'he', '[SEP]'],
      segments: [0, 0, 0, 0, 1, 1],
    });
    expect(pack(['my', 'dog']).segments).toEqual([0, 0, 0, 0]);
  });
});

describe('embed', () => {
  it('adds the three vectors of each token', () => {
    expect(embed([2, 0, 2], [0, 0, 1], tables).toRows()).toEqual([
      [105, 5],
      [201, 0],
      [315, 15],
    ]);
  });

  it('has no row for a token beyond the last learned position', () => {
    expect(() => embed([0, 0, 0, 0], [0, 0, 0, 0], tables)).toThrow(RangeError);
  });
});
