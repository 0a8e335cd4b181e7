import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { shiftMatrix } from './positions.ts';
import { additiveScore, rotaryScore, rotate } from './rotary-positions.ts';

const coordinate = fc.double({ min: -3, max: 3, noNaN: true });
const vector = (d: number) => fc.array(coordinate, { minLength: d, maxLength: d });
const position = fc.integer({ min: 0, max: 2048 });
const length = (x: readonly number[]) => Math.hypot(...x);
const quarter = Math.PI / 2;

describe('rotate', () => {
  it('turns (2, 1) by a quarter into (−1, 2)', () => {
    const turned = rotate([2, 1], quarter);
    expect(turned[0]).toBeCloseTo(-1, 14);
    expect(turned[1]).toBeCloseTo(2, 14);
  });

  it('turns the second pair of four a hundred times more slowly than the first', () => {
    const turned = rotate([1, 0, 1, 0], 7);
    [Math.cos(7), Math.sin(7), Math.cos(7 / 100), Math.sin(7 / 100)].forEach((value, c) =>
      expect(turned[c]).toBeCloseTo(value, 14),
    );
  });

  it('keeps lengths, and leaves position 0 as it is', () => {
    fc.assert(
      fc.property(vector(8), position, (x, m) => {
        expect(length(rotate(x, m))).toBeCloseTo(length(x), 10);
        rotate(x, 0).forEach((value, c) => expect(value).toBeCloseTo(x[c]!, 14));
      }),
    );
  });

  it('is the sinusoidal encoding’s shift matrix, run backwards: R_m = M_−m', () => {
    const x = [1, -2, 3, 5, -1, 4];
    const product = shiftMatrix(-9, 6).times(Matrix.of(x.map((value) => [value])));
    expect(product.distance(Matrix.of(rotate(x, 9).map((value) => [value])))).toBeLessThan(1e-14);
  });

  it('throws on an odd width', () => expect(() => rotate([1, 2, 3], 1)).toThrow(RangeError));
});

describe('rotaryScore', () => {
  it('depends on n − m only', () => {
    fc.assert(
      fc.property(vector(8), vector(8), position, position, position, (q, k, m, n, s) => {
        expect(Math.abs(rotaryScore(q, m + s, k, n + s) - rotaryScore(q, m, k, n))).toBeLessThan(1e-9);
      }),
    );
  });

  it('is −5 for (2, 1) and (1, 3) one quarter turn apart, wherever the two stand', () => {
    for (const m of [0, 1, 2, 7])
      expect(rotaryScore([2, 1], m * quarter, [1, 3], (m + 1) * quarter)).toBeCloseTo(-5, 12);
  });

  it('is the plain dot product at distance 0', () => {
    expect(rotaryScore([2, 1], 40, [1, 3], 40)).toBeCloseTo(5, 12);
  });
});

describe('additiveScore', () => {
  it('changes when both tokens move together, as the cross terms do', () => {
    const [q, k] = [
      [2, 1, 0, 1],
      [1, 3, 1, 0],
    ];
    expect(Math.abs(additiveScore(q!, 3, k!, 5) - additiveScore(q!, 13, k!, 15))).toBeGreaterThan(0.1);
  });
});
