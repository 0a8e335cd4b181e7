import { describe, expect, it } from 'vitest';
import {
  loss,
  printedFit,
  refit,
  sizeAtRatio,
  smallestSize,
  tokensForLoss,
  trainingOptimalTokens,
} from './loss-fit.ts';

describe('loss', () => {
  it('falls with parameters and with tokens, towards E', () => {
    expect(loss(refit, 2e9, 1e11)).toBeGreaterThan(loss(refit, 4e9, 1e11));
    expect(loss(refit, 2e9, 1e11)).toBeGreaterThan(loss(refit, 2e9, 2e11));
    expect(loss(refit, 1e30, 1e30)).toBeCloseTo(refit.E, 6);
  });
});

describe('tokensForLoss', () => {
  it('undoes loss', () => {
    expect(tokensForLoss(refit, 7e9, loss(refit, 7e9, 3e11))).toBeCloseTo(3e11, -3);
  });

  it('is infinite below the smallest size and finite above it', () => {
    const target = loss(refit, 13e9, 260e9);
    const edge = smallestSize(refit, target);
    expect(tokensForLoss(refit, edge * 0.999, target)).toBe(Infinity);
    expect(tokensForLoss(refit, edge * 1.001, target)).toBeLessThan(Infinity);
  });
});

describe('trainingOptimalTokens', () => {
  it('is 20 tokens per parameter at 13B by the refit', () => {
    expect(trainingOptimalTokens(refit, 13e9) / 13e9).toBeCloseTo(20, 1);
  });

  it('is far from 20 by the printed fit, which Besiroglu et al. found inconsistent with the rule', () => {
    expect(trainingOptimalTokens(printedFit, 13e9) / 13e9).toBeGreaterThan(70);
  });

  it('spends a training budget better than any neighbour', () => {
    const [N, D] = [13e9, trainingOptimalTokens(refit, 13e9)];
    for (const c of [0.5, 0.9, 1.1, 2]) expect(loss(refit, c * N, D / c)).toBeGreaterThan(loss(refit, N, D));
  });
});

describe('smallestSize', () => {
  it('throws for a loss that the fit never reaches', () => {
    expect(() => smallestSize(refit, refit.E)).toThrow(RangeError);
  });
});

describe('sizeAtRatio', () => {
  it('finds the model that had the loss', () => {
    expect(sizeAtRatio(refit, 20, loss(refit, 13e9, 260e9)) / 13e9).toBeCloseTo(1, 9);
    expect(sizeAtRatio(refit, 150, loss(refit, 2e9, 300e9)) / 2e9).toBeCloseTo(1, 9);
  });
});
