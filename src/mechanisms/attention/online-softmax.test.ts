import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { merge, nothing, statistics } from './online-softmax.ts';
import type { Statistics } from './online-softmax.ts';

const score = fc.oneof(
  { weight: 9, arbitrary: fc.double({ min: -200, max: 200, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(-Infinity) },
);
const piece = fc.array(score, { maxLength: 9 });

function expectSame(a: Statistics, b: Statistics): void {
  expect(a.m).toBe(b.m);
  expect(Math.abs(a.l - b.l)).toBeLessThanOrEqual(1e-12 * Math.max(1, b.l));
}

describe('merge', () => {
  it('gives the statistics of the concatenated row', () => {
    fc.assert(
      fc.property(piece, piece, (x, y) => expectSame(merge(statistics(x), statistics(y)), statistics([...x, ...y]))),
    );
  });

  it('is associative and commutative, so pieces may arrive grouped and ordered in any way', () => {
    fc.assert(
      fc.property(piece, piece, piece, (x, y, z) => {
        const [a, b, c] = [statistics(x), statistics(y), statistics(z)];
        expectSame(merge(merge(a, b), c), merge(a, merge(b, c)));
        expectSame(merge(a, b), merge(b, a));
      }),
    );
  });

  it('has the empty row as its identity', () => {
    expect(statistics([])).toEqual(nothing);
    fc.assert(fc.property(piece, (x) => expectSame(merge(nothing, statistics(x)), statistics(x))));
  });

  it('is as worked by hand: {0} and {ln 3} have ℓ = 1/3 + 1', () => {
    expectSame(merge(statistics([0]), statistics([Math.log(3)])), { m: Math.log(3), l: 4 / 3 });
  });
});
