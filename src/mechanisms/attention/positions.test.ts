import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { positionalEncoding, positionalEncodings, shiftMatrix, wavelength } from './positions.ts';

const column = (x: readonly number[]) => Matrix.of(x.map((value) => [value]));
const dot = (x: readonly number[], y: readonly number[]) => x.reduce((sum, value, i) => sum + value * y[i]!, 0);
const width = fc.integer({ min: 1, max: 16 }).map((pairs) => 2 * pairs);
const position = fc.integer({ min: 0, max: 5000 });

describe('positionalEncoding', () => {
  it('is (0, 1, 0, 1, …) at position 0', () => {
    expect(positionalEncoding(0, 6)).toEqual([0, 1, 0, 1, 0, 1]);
  });

  it('is as the formula prints it, for d_model = 4', () => {
    const expected = [Math.sin(7), Math.cos(7), Math.sin(7 / 100), Math.cos(7 / 100)];
    positionalEncoding(7, 4).forEach((value, c) => expect(value).toBeCloseTo(expected[c]!, 14));
  });

  it('gives every position a vector of one length, √(d_model/2), and no two the same', () => {
    const encodings = positionalEncodings(200, 16).toRows();
    encodings.forEach((pe) => expect(dot(pe, pe)).toBeCloseTo(8, 12));
    expect(new Set(encodings.map(String)).size).toBe(200);
  });

  it('has inner products that depend on the distance of two positions only', () => {
    fc.assert(
      fc.property(width, position, position, position, (d, p, q, shift) => {
        const near = dot(positionalEncoding(p, d), positionalEncoding(q, d));
        const far = dot(positionalEncoding(p + shift, d), positionalEncoding(q + shift, d));
        expect(far).toBeCloseTo(near, 9);
      }),
    );
  });

  it('throws on an odd width', () => expect(() => positionalEncoding(0, 5)).toThrow(RangeError));
});

describe('shiftMatrix', () => {
  it('moves every position by k: PE(pos + k) = M_k · PE(pos)', () => {
    fc.assert(
      fc.property(width, position, fc.integer({ min: -500, max: 500 }), (d, pos, k) => {
        const shifted = shiftMatrix(k, d).times(column(positionalEncoding(pos, d)));
        expect(shifted.distance(column(positionalEncoding(pos + k, d)))).toBeLessThan(1e-10);
      }),
    );
  });

  it('composes: a shift by a, then by b, is a shift by a + b', () => {
    expect(shiftMatrix(3, 8).times(shiftMatrix(4, 8)).distance(shiftMatrix(7, 8))).toBeLessThan(1e-14);
  });
});

describe('wavelength', () => {
  it('grows geometrically from 2π and stops one factor short of 10000·2π', () => {
    const d = 512;
    const ratio = 10000 ** (2 / d);
    expect(wavelength(0, d)).toBeCloseTo(2 * Math.PI, 12);
    expect(wavelength(100, d) / wavelength(99, d)).toBeCloseTo(ratio, 12);
    expect((wavelength(d / 2 - 1, d) * ratio) / (10000 * 2 * Math.PI)).toBeCloseTo(1, 12);
  });
});
