import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { ffnParameters, swiglu, swigluWidth, swish } from './swiglu.ts';

describe('swish', () => {
  it('is 0 at 0, close to z above and close to 0 below', () => {
    expect(swish(0)).toBe(0);
    expect(swish(20)).toBeCloseTo(20, 6);
    expect(swish(-20)).toBeCloseTo(0, 6);
  });

  it('dips below zero, to about −0.278 at z = −1.278, where its slope is 0', () => {
    expect(swish(-1.2785)).toBeCloseTo(-0.2785, 4);
    expect(swish(-1.2785)).toBeLessThan(swish(-1.2));
    expect(swish(-1.2785)).toBeLessThan(swish(-1.4));
  });
});

describe('swiglu', () => {
  const I = Matrix.of([
    [1, 0],
    [0, 1],
  ]);

  it('with identities for weights gives x·Swish(x)', () => {
    const y = swiglu(Matrix.of([[3, -2]]), { W1: I, W3: I, W2: I });
    expect(y.at(0, 0)).toBeCloseTo(9 / (1 + Math.exp(-3)), 12);
    expect(y.at(0, 1)).toBeCloseTo(4 / (1 + Math.exp(2)), 12);
  });

  it('passes nothing where the gate is 0', () => {
    const y = swiglu(Matrix.of([[0, 1]]), { W1: I, W3: I.scale(1000), W2: I });
    expect(y.at(0, 0)).toBe(0);
  });

  it('is twice as large when only the value doubles', () => {
    const x = Matrix.of([[1, -1]]);
    const [once, twice] = [1, 2].map((c) => swiglu(x, { W1: I, W3: I.scale(c), W2: I }));
    expect(twice!.distance(once!.scale(2))).toBe(0);
  });
});

describe('swigluWidth', () => {
  it('keeps the parameters of the two-matrix network at 8d² where 3 divides d', () => {
    for (const d of [6, 12, 768]) expect(ffnParameters(3, d, swigluWidth(d))).toBe(ffnParameters(2, d, 4 * d));
    expect(ffnParameters(2, 6, 24)).toBe(8 * 6 ** 2);
  });

  it('rounds up to 11008 for d = 4096, the released 7B model’s width', () => {
    expect(swigluWidth(4096, 256)).toBe(11008);
  });
});
