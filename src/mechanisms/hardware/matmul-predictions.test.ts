import { describe, expect, it } from 'vitest';
import { meanError, predictMatmuls } from './matmul-predictions.ts';

describe('predictMatmuls', () => {
  const predictions = predictMatmuls();

  it('puts every product of Figure 5 above its roofline, as the A100 did', () => {
    for (const { measured, roofline, searched } of predictions) {
      expect(searched).toBeGreaterThan(roofline);
      expect(measured).toBeGreaterThan(roofline);
    }
  });

  it('worked by hand: 8192 × 64 times 64 × 64 moves 2.1 MB, a microsecond at 2039 GB/s', () => {
    const small = predictions.find(({ product }) => product.n === 64)!;
    expect(small.roofline).toBeCloseTo(((8192 * 64 * 2 + 64 * 64) * 2) / 2039e9, 12);
  });

  it('errs less by the search than by the roofline', () => {
    expect(meanError(predictions, 'searched')).toBeLessThan(meanError(predictions, 'roofline') / 2);
  });
});

describe('meanError', () => {
  it('counts too fast and too slow alike', () => {
    const product = { m: 1, n: 1, k: 1 };
    const of = (searched: number) => ({ product, measured: 1, roofline: 0, searched });
    expect(meanError([of(0.9), of(1.3)], 'searched')).toBeCloseTo(0.2, 12);
  });
});
