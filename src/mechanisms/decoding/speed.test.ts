import { describe, expect, it } from 'vitest';
import { bestK, expectedTokens, impliedAlpha, roundLengths, roundTime, speedup, timePerToken } from './speed.ts';

/** Chen et al. 2023, p. 5: 1.8 and 14.1 ms a token. */
const chinchilla = { draft: () => 1.8, target: () => 14.1 };

describe('the speed of speculative sampling', () => {
  it.each([0, 0.3, 0.71, 0.95])('expects the geometric sum of Leviathan et al., Eq. (1), at α = %d', (alpha) => {
    expect(expectedTokens(alpha, 4)).toBeCloseTo((1 - alpha ** 5) / (1 - alpha), 12);
    const mean = roundLengths(alpha, 4).reduce((sum, share, i) => sum + share * (i + 1), 0);
    expect(mean).toBeCloseTo(expectedTokens(alpha, 4), 12);
  });

  it('counts a round of K = 4 on the paper’s pair as 4 × 1.8 + 14.1 = 21.3 ms', () => {
    expect(roundTime({ K: 4 }, chinchilla)).toBeCloseTo(21.3, 12);
    expect(timePerToken({ alpha: 1, K: 4 }, chinchilla)).toBeCloseTo(21.3 / 5, 12);
  });

  it('loses by the time of the draft when nothing is kept', () => {
    expect(speedup({ alpha: 0, K: 4 }, chinchilla)).toBeCloseTo(14.1 / 21.3, 12);
    expect(bestK(0, chinchilla)).toBe(0);
  });

  it('drafts longer the better the draft', () => {
    const best = [0.2, 0.5, 0.7, 0.8, 0.9].map((alpha) => bestK(alpha, chinchilla));
    expect(best).toEqual([...best].sort((a, b) => a - b));
    expect(new Set(best).size).toBe(best.length);
  });

  it('gains one more proposal exactly while its chance of standing outweighs its share of the time', () => {
    // From K to K + 1 the time per token falls iff draft / roundTime(K) < α^{K+1} / expectedTokens(K).
    const alpha = 0.8;
    for (let K = 0; K < 12; K++) {
      const falls = timePerToken({ alpha, K: K + 1 }, chinchilla) < timePerToken({ alpha, K }, chinchilla);
      expect(falls).toBe(1.8 / roundTime({ K }, chinchilla) < alpha ** (K + 1) / expectedTokens(alpha, K));
    }
  });

  it('finds the α behind a number of tokens a round, and refuses impossible ones', () => {
    expect(impliedAlpha(expectedTokens(0.63, 4), 4)).toBeCloseTo(0.63, 10);
    expect(() => impliedAlpha(5.1, 4)).toThrow(RangeError);
  });

  it('in a batch that is compute-bound, makes the target work K + 1 times as long', () => {
    const computeBound = { draft: () => 0, target: (n: number) => n };
    expect(speedup({ alpha: 0.7, K: 4, batch: 8 }, computeBound)).toBeCloseTo(expectedTokens(0.7, 4) / 5, 12);
  });
});
