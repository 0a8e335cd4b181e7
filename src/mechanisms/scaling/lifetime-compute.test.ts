import { describe, expect, it } from 'vitest';
import { breakEvenTokens, cheapestModel, lifetimeCompute, trainedTo, trainingCompute } from './lifetime-compute.ts';
import { loss, refit, sardanaFit, trainingOptimalTokens } from './loss-fit.ts';

describe('lifetimeCompute', () => {
  it('is 1.82×10²³ FLOPs for 7B trained on 1T tokens and serving 10T, 2.99×10²³ for 13B on 0.5T', () => {
    expect(lifetimeCompute({ N: 7e9, D: 1e12 }, 10e12) / 1e23).toBeCloseTo(1.82, 10);
    expect(lifetimeCompute({ N: 13e9, D: 0.5e12 }, 10e12) / 1e23).toBeCloseTo(2.99, 10);
  });

  it('has spent as much on serving as on training after 3D tokens', () => {
    const model = { N: 13e9, D: 260e9 };
    expect(lifetimeCompute(model, 3 * model.D)).toBeCloseTo(2 * trainingCompute(model), -10);
  });

  it('saves the 1.7×10²² FLOPs (17 %) that Sardana et al. give for 7B in place of 13B at 2T served tokens', () => {
    const large = { N: 13e9, D: trainingOptimalTokens(sardanaFit, 13e9) };
    const small = trainedTo(sardanaFit, 7e9, loss(sardanaFit, large.N, large.D));
    const [before, after] = [lifetimeCompute(large, 2e12), lifetimeCompute(small, 2e12)];
    expect((before - after) / 1e22).toBeCloseTo(1.7, 1);
    expect(1 - after / before).toBeCloseTo(0.17, 2);
  });
});

describe('breakEvenTokens', () => {
  it('is 0.25T for 7B on 1T tokens against 13B on 0.5T', () => {
    expect(breakEvenTokens({ N: 7e9, D: 1e12 }, { N: 13e9, D: 0.5e12 })).toBe(0.25e12);
  });

  it('is where the two costs meet', () => {
    const [small, large] = [
      { N: 6.7e9, D: 0.62e12 },
      { N: 13e9, D: 0.26e12 },
    ];
    const T = breakEvenTokens(small, large);
    expect(lifetimeCompute(small, T) / lifetimeCompute(large, T)).toBeCloseTo(1, 12);
  });

  it('refuses a pair in which the first is not the smaller', () => {
    expect(() => breakEvenTokens({ N: 2, D: 1 }, { N: 1, D: 1 })).toThrow(RangeError);
  });
});

describe('cheapestModel', () => {
  const target = loss(refit, 13e9, trainingOptimalTokens(refit, 13e9));

  it('is the training-optimal model when nothing is served', () => {
    expect(cheapestModel(refit, target, 0).N / 13e9).toBeCloseTo(1, 6);
  });

  it.each([0, 1e11, 1e12, 1e13])('costs no more than any of a thousand sizes, for %d served tokens', (T) => {
    const best = lifetimeCompute(cheapestModel(refit, target, T), T);
    for (let i = 0; i < 1000; i++) {
      const N = 2e9 * 1.01 ** i;
      expect(lifetimeCompute(trainedTo(refit, N, target), T)).toBeGreaterThanOrEqual(best * (1 - 1e-9));
    }
  });

  it('shrinks as more is served', () => {
    const sizes = [0, 1e12, 1e13, 1e14].map((T) => cheapestModel(refit, target, T).N);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });
});
