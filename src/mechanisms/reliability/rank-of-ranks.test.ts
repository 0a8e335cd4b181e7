import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entropy } from '../attention/softmax.ts';
import { meanRanks, meanScores, ranks, stopsEarly, suspects, topP } from './rank-of-ranks.ts';

const runsOf = (devices: number) =>
  fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: devices, maxLength: devices }), {
    minLength: 1,
    maxLength: 6,
  });

describe('Rank of Ranks', () => {
  it('by hand: one wild run decides the mean score, and does not decide the mean rank', () => {
    const runs = [
      [0.6, 0.3],
      [0.5, 0.4],
      [0.2, 0.7],
    ];
    const rounded = (values: number[]) => values.map((value) => value.toFixed(3));
    expect(rounded(meanScores(runs))).toEqual(['0.433', '0.467']);
    expect(rounded(meanRanks(runs))).toEqual(['1.333', '1.667']);
    expect(suspects(runs)[0]).toBe(0);
  });

  it('does not mind in which order the runs come, nor on which scale each was scored', () => {
    fc.assert(
      fc.property(runsOf(4), fc.integer({ min: 1, max: 9 }), (runs, k) => {
        expect(suspects(runs.toReversed())).toEqual(suspects(runs));
        // A power of two scales without rounding.
        expect(suspects(runs.map((run, n) => run.map((score) => score * 2 ** (n + k))))).toEqual(suspects(runs));
      }),
    );
  });

  it('keeps an order that all runs agree on', () => {
    expect(
      suspects([
        [0.1, 0.5, 0.4],
        [0.2, 0.41, 0.39],
        [0, 0.9, 0.1],
      ]),
    ).toEqual([1, 2, 0]);
  });

  it('gives ranks that add up to 1 + … + D whatever is equal', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 9 }), (scores) => {
        const sum = ranks(scores).reduce((a, b) => a + b, 0);
        expect(sum).toBeCloseTo((scores.length * (scores.length + 1)) / 2, 9);
      }),
    );
  });
});

describe('the early stop', () => {
  it('decides as in Fig. 4: four devices near to one another go on, one with 0.84 stops', () => {
    expect(entropy([0.4, 0.23, 0.28, 0.09])).toBeCloseTo(1.278, 3);
    expect(entropy([0.84, 0.1, 0.06])).toBeCloseTo(0.546, 3);
    expect([stopsEarly([0.4, 0.23, 0.28, 0.09]), stopsEarly([0.84, 0.1, 0.06])]).toEqual([false, true]);
  });
});

describe('Top-p', () => {
  it('keeps the fewest that hold p, and everything for p = 1', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 }), (scores) => {
        const exponents = scores.map(Math.exp);
        const all = exponents.reduce((a, b) => a + b, 0);
        const held = (devices: number[]) => devices.reduce((sum, d) => sum + exponents[d]! / all, 0);
        const kept = topP(scores, 0.6);
        expect(held(kept)).toBeGreaterThanOrEqual(0.6 - 1e-12);
        expect(held(kept.slice(0, -1))).toBeLessThan(0.6);
        expect(topP(scores, 1.1)).toHaveLength(scores.length);
      }),
    );
  });
});
