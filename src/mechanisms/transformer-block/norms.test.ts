import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layerNorm, rmsNorm } from './norms.ts';

const close = (actual: readonly number[], expected: readonly number[]) =>
  actual.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 9));
const vector = fc
  .array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 2, maxLength: 12 })
  .filter((x) => Math.max(...x) - Math.min(...x) > 0.01);
const positive = fc.double({ min: 0.01, max: 100, noNaN: true });

describe('rmsNorm', () => {
  it('divides (1, 7, 1, 7) by 5', () => close(rmsNorm([1, 7, 1, 7]), [0.2, 1.4, 0.2, 1.4]));

  it('gives mean square 1', () => {
    fc.assert(
      fc.property(vector, (x) => {
        const y = rmsNorm(x);
        expect(y.reduce((sum, value) => sum + value ** 2, 0) / y.length).toBeCloseTo(1, 9);
      }),
    );
  });

  it('forgets the scale of its input: RMSNorm(c·x) = RMSNorm(x) for c > 0', () => {
    fc.assert(fc.property(vector, positive, (x, c) => close(rmsNorm(x.map((value) => c * value)), rmsNorm(x))));
  });

  it('notices a shift of its input, which layer normalisation does not', () => {
    close(layerNorm([11, 17, 11, 17]), layerNorm([1, 7, 1, 7]));
    expect(rmsNorm([11, 17, 11, 17])[0]).toBeCloseTo(11 / Math.sqrt(205), 12);
  });

  it('applies the gain after the division', () => close(rmsNorm([3, 3], [2, 10]), [2, 10]));
});

describe('layerNorm', () => {
  it('turns (1, 7, 1, 7), of mean 4 and deviation 3, into (−1, 1, −1, 1)', () =>
    close(layerNorm([1, 7, 1, 7]), [-1, 1, -1, 1]));

  it('is RMSNorm where the mean is already 0', () => {
    fc.assert(
      fc.property(vector, (x) => {
        const centred = [...x, ...x.map((value) => -value)];
        close(layerNorm(centred), rmsNorm(centred));
      }),
    );
  });
});
