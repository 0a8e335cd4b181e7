import { describe, expect, it } from 'vitest';
import { simulate } from '#mechanisms/serving/engine.ts';
import { timeToFirstToken } from '#mechanisms/serving/metrics.ts';
import { prefillFirst } from '#mechanisms/serving/policies/prefill-first.ts';
import {
  crossover,
  playQueue,
  poissonArrivals,
  ttftInter,
  ttftIntra,
  ttftReplicated,
  ttftSingle,
} from '#mechanisms/serving/ttft-queue.ts';

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b) / values.length;
const D = 0.1;

describe('the formulas', () => {
  it.each([
    ['Eq. 2', (R: number) => ttftInter(R, D), (R: number) => D + (R * D ** 2) / (4 * (2 - R * D))],
    ['Eq. 3', (R: number) => ttftIntra(R, D, 1.5), (R: number) => D / 1.5 + (R * D ** 2) / (3 * (1.5 - R * D))],
  ])('are what %s prints', (_, ours, printed) => {
    for (const R of [0, 1, 5, 9, 14]) expect(ours(R)).toBeCloseTo(printed(R), 12);
  });

  it('grow without bound at the load that a server cannot take', () => {
    expect(ttftSingle(10, D)).toBe(Infinity);
    expect(ttftIntra(15, D, 1.5)).toBe(Infinity);
    expect(ttftInter(19.9, D)).toBeLessThan(6);
  });

  it('make prompts queue twice as long before two copies as before a pipeline of two', () => {
    for (const R of [1, 8, 16]) expect(ttftReplicated(R, D) - D).toBeCloseTo(2 * (ttftInter(R, D) - D), 12);
  });
});

describe('playQueue', () => {
  const cases: [name: string, stages: number[], formula: (R: number) => number, rates: number[]][] = [
    ['one GPU', [D], (R) => ttftSingle(R, D), [2, 5, 8]],
    ['two stages', [D / 2, D / 2], (R) => ttftInter(R, D), [5, 10, 16]],
    ['two GPUs on every layer', [D / 1.5], (R) => ttftIntra(R, D, 1.5), [5, 10, 12]],
  ];
  it.each(cases)('gives the mean TTFT of the formula for %s', (_, stages, formula, rates) => {
    for (const R of rates) {
      const played = mean(playQueue(poissonArrivals(R, 200_000, 7), () => stages));
      expect(Math.abs(played / formula(R) - 1)).toBeLessThan(0.02);
    }
  });

  it('agrees to the last prompt with the engine that serves all other pages', () => {
    const arrivals = poissonArrivals(7, 300, 3);
    const trace = arrivals.map((arrival, id) => ({ id, arrival, prompt: 512, output: 1 }));
    const run = simulate({ trace, policy: prefillFirst(1), time: () => D, pool: { blocks: 64, blockSize: 16 } });
    const ttft = [...timeToFirstToken(run).values()];
    playQueue(arrivals, () => [D]).forEach((played, n) => expect(played).toBeCloseTo(ttft[n]!, 9));
  });
});

describe('crossover', () => {
  it.each([
    [1.3, 0.611],
    [1.5, 0.936],
    [1.7, 1.257],
  ])('lies at R·D = %s → %s', (K, load) => expect(crossover(K)).toBeCloseTo(load, 3));

  it('splits the loads: intra-op is faster below, inter-op above', () => {
    for (const K of [1.1, 1.3, 1.5, 1.7, 1.9]) {
      const at = crossover(K);
      for (const load of [0, 0.5 * at, 0.99 * at]) expect(ttftIntra(load, 1, K)).toBeLessThan(ttftInter(load, 1));
      for (const load of [1.01 * at, (at + K) / 2]) expect(ttftIntra(load, 1, K)).toBeGreaterThan(ttftInter(load, 1));
    }
  });

  it.each([1, 2])('refuses a speed-up of %s', (K) => expect(() => crossover(K)).toThrow(RangeError));
});
