import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { roundingDamage, toBfloat16 } from './reduced-precision.ts';

describe('toBfloat16', () => {
  it.each([
    [1, 1],
    [10.03, 10],
    [10.04, 10.0625],
    [100.3, 100.5],
    [-2.7, -2.703125],
    [1 + 2 ** -8, 1],
    [1 + 3 * 2 ** -8, 1 + 2 ** -6],
  ])('rounds %f to %f', (x, nearest) => expect(toBfloat16(x)).toBe(nearest));

  it('errs by at most one part in 2⁸ and leaves its own results alone', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (x) => {
        const rounded = toBfloat16(x);
        expect(Math.abs(rounded - x)).toBeLessThanOrEqual(x * 2 ** -8);
        expect(toBfloat16(rounded)).toBe(rounded);
      }),
    );
  });
});

describe('roundingDamage', () => {
  it('sees a token change its expert where two logits round to one', () => {
    expect(roundingDamage(Matrix.of([[10.01, 10.03]])).rerouted).toBe(1);
  });

  it('is nothing for logits that bfloat16 holds exactly', () => {
    expect(roundingDamage(Matrix.of([[1, 2, 0.5]]))).toEqual({ rerouted: 0, weightError: 0 });
  });
});
