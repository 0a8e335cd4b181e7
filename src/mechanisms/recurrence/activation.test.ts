import { describe, expect, it } from 'vitest';
import { inverseSoftplus, sigmoid, softplus } from './activation.ts';

describe('activations of recurrent models', () => {
  const moderate = [-30, -3, -0.5, 0, 0.5, 3, 30];

  it.each(moderate)('agree with their textbook formulas at z = %d', (z) => {
    expect(sigmoid(z)).toBeCloseTo(1 / (1 + Math.exp(-z)), 14);
    expect(softplus(z)).toBeCloseTo(Math.log(1 + Math.exp(z)), 12);
  });

  it.each([-745, 745])('neither overflow nor become NaN at z = %d', (z) => {
    expect(sigmoid(z)).toBeCloseTo(z > 0 ? 1 : 0, 15);
    expect(softplus(z)).toBeCloseTo(Math.max(z, 0), 15);
  });

  it.each([1e-9, 1e-3, 1, 50])('softplus undoes its inverse at %d', (y) => {
    expect(softplus(inverseSoftplus(y)) / y).toBeCloseTo(1, 12);
  });

  it.each([0, -1, NaN])('softplus has no inverse at %d', (y) => {
    expect(() => inverseSoftplus(y)).toThrow(RangeError);
  });
});
