import { describe, expect, it } from 'vitest';
import { createRandom } from '../numeric/random.ts';
import { accuracyAfter, playRuns, rightAfter } from './repeated-runs.ts';

describe('asking several times', () => {
  it('is p³ + 3p²(1 − p) for three runs, and p for one', () => {
    for (const p of [0.1, 0.5, 0.8, 0.97]) {
      expect(rightAfter(3, p)).toBeCloseTo(p ** 3 + 3 * p ** 2 * (1 - p), 12);
      expect(rightAfter(1, p)).toBeCloseTo(p, 12);
    }
  });

  it('comes out so when runs are played and their ranks averaged', () => {
    for (const [N, p] of [
      [1, 0.7],
      [3, 0.7],
      [5, 0.6],
    ] as const)
      expect(playRuns(N, p, 20_000, createRandom(N))).toBeCloseTo(rightAfter(N, p), 1);
  });

  it('helps where a run is right more often than not, and harms where it is not', () => {
    expect(rightAfter(5, 0.8)).toBeGreaterThan(rightAfter(3, 0.8));
    expect(rightAfter(5, 0.2)).toBeLessThan(rightAfter(3, 0.2));
  });
});

describe('accuracy over incidents', () => {
  it('has the mean a/(a + b) of its Beta distribution for one run', () => {
    for (const [a, b] of [
      [2, 1],
      [1.9, 0.1],
      [0.7, 0.4],
    ] as const)
      expect(accuracyAfter(1, a, b, 100).mean).toBeCloseTo(a / (a + b), 12);
  });

  it('is nearly the same after more runs where incidents are clear or misleading, but varies less', () => {
    const [one, three, five] = [1, 3, 5].map((N) => accuracyAfter(N, 0.95, 0.045, 357)) as ReturnType<
      typeof accuracyAfter
    >[];
    expect(Math.abs(three!.mean - one!.mean)).toBeLessThan(0.01);
    expect(Math.abs(five!.mean - one!.mean)).toBeLessThan(0.01);
    expect(three!.spread).toBeLessThan(0.9 * one!.spread);
    expect(five!.spread).toBeLessThan(three!.spread);
  });
});
