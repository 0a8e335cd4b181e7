import { describe, expect, it } from 'vitest';
import { drawScores, growingScores, saturation } from './variance.ts';

const widths = [4, 16, 64, 256, 1024];
const draw = (dk: number) => drawScores({ dk, keys: 64, rows: 300, seed: 11 });
const draws = widths.map(draw);
const unscaled = draws.map((scores) => saturation(scores, 1));
const scaled = draws.map((scores, w) => saturation(scores, 1 / Math.sqrt(widths[w]!)));

describe('the scores of random queries and keys', () => {
  it.each([4, 64, 512])(
    'have variance d_k = %i, and variance 1 once divided by √d_k (to 5%)',
    (dk) => {
      const scores = drawScores({ dk, keys: 8, rows: 3000, seed: 11 });
      expect(Math.abs(saturation(scores, 1).variance / dk - 1)).toBeLessThan(0.05);
      expect(Math.abs(saturation(scores, 1 / Math.sqrt(dk)).variance - 1)).toBeLessThan(0.05);
    },
    20_000,
  );
});

describe('the softmax of those scores', () => {
  it('unscaled, collapses: the entropy falls each time d_k grows', () => {
    const entropies = unscaled.map((s) => s.entropy);
    expect(entropies).toEqual(entropies.toSorted((a, b) => b - a));
  });

  it('unscaled and saturated, halves its entropy and its steepest slope when d_k grows fourfold', () => {
    // One key wins unless the runner-up is within about 1/√d_k of it, relative to the spread of the scores.
    const [at256, at1024] = [unscaled.at(-2)!, unscaled.at(-1)!];
    expect(at1024.entropy / at256.entropy).toBeCloseTo(0.5, 1);
    expect(Math.abs(at1024.slope / at256.slope - 0.5)).toBeLessThan(0.1);
  });

  it('scaled, does not notice d_k', () => {
    const entropies = scaled.map((s) => s.entropy);
    expect(Math.max(...entropies) - Math.min(...entropies)).toBeLessThan(0.15);
  });

  it('scaled, over many keys, has entropy ln n − 1/2, as for n independent normal scores', () => {
    const dk = 64;
    const { entropy } = saturation(drawScores({ dk, keys: 4000, rows: 20, seed: 3 }), 1 / Math.sqrt(dk));
    expect(Math.abs(entropy - (Math.log(4000) - 0.5))).toBeLessThan(0.1);
  });

  it('at τ = 0, is uniform', () => {
    expect(saturation(draw(16), 0)).toEqual({
      variance: 0,
      entropy: expect.closeTo(Math.log(64), 12),
      slope: expect.closeTo((1 / 64) * (63 / 64), 12),
    });
  });
});

describe('growingScores', () => {
  const [narrow, wide] = growingScores([8, 32], { keys: 16, rows: 400, seed: 7 });

  it('have variance d_k at every width (to 10%)', () => {
    expect(Math.abs(saturation(narrow!, 1).variance / 8 - 1)).toBeLessThan(0.1);
    expect(Math.abs(saturation(wide!, 1).variance / 32 - 1)).toBeLessThan(0.1);
  });

  it('keep the terms they had: what 24 more components add has variance 24', () => {
    const added = wide!.map((score, i, j) => score - narrow!.at(i, j));
    expect(Math.abs(saturation(added, 1).variance / 24 - 1)).toBeLessThan(0.1);
  });
});

describe('the steepest slope of an unscaled softmax', () => {
  it('first rises and only then falls, unlike the entropy, which falls all the way', () => {
    const grown = growingScores([1, 2, 8, 32, 128, 512], { keys: 8, rows: 200, seed: 1 });
    const row = grown.map((scores) => saturation(scores, 1));
    const slopes = row.map(({ slope }) => slope);
    expect(Math.max(...slopes)).toBeGreaterThan(slopes[0]! * 1.1);
    expect(slopes.at(-1)).toBeLessThan(slopes[0]! / 2);
    const entropies = row.map((s) => s.entropy);
    expect(entropies).toEqual(entropies.toSorted((a, b) => b - a));
  });
});
