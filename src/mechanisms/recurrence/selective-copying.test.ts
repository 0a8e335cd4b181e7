import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  accuracyByPosition,
  bestColour,
  copyingAccuracy,
  dataOf,
  drawStrip,
  NOISE,
  type CopyingTask,
} from './selective-copying.ts';

const task: CopyingTask = { L: 16, K: 4, colours: 4, placement: 'random' };

describe('the Selective Copying task', () => {
  it('holds exactly K data tokens of the given colours among L − K noise tokens', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 9 }), fc.nat(20), (seed, K, noise) => {
        const strip = drawStrip({ ...task, L: K + noise, K }, seed);
        expect(strip).toHaveLength(K + noise);
        expect(dataOf(strip)).toHaveLength(K);
        expect(strip.every((token) => Number.isInteger(token) && token >= NOISE && token <= 4)).toBe(true);
      }),
    );
  });

  it('gives the same strip for the same seed', () => {
    expect(drawStrip(task, 5)).toEqual(drawStrip(task, 5));
    expect(drawStrip(task, 5)).not.toEqual(drawStrip(task, 6));
  });

  it('places data at every place equally often, each of the 6 choices of 2 places among 4 alike', () => {
    const seen = new Map<string, number>();
    for (let seed = 0; seed < 6000; seed++) {
      const places = drawStrip({ ...task, L: 4, K: 2 }, seed)
        .map((token) => (token === NOISE ? '.' : 'x'))
        .join('');
      seen.set(places, (seen.get(places) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    for (const times of seen.values()) expect(Math.abs(times - 1000)).toBeLessThan(150); // 5 standard deviations
  });

  it('places all data at the start in the plain Copying task', () => {
    const strip = drawStrip({ ...task, placement: 'start' }, 3);
    expect(strip.map((token) => token !== NOISE)).toEqual(strip.map((_, t) => t < 4));
  });

  it('counts the answers that name the right colour in the right order', () => {
    expect(copyingAccuracy([0, 3, 0, 1, 2, 2], [3, 1, 2, 2])).toBe(1);
    expect(copyingAccuracy([0, 3, 0, 1, 2, 2], [1, 3, 2, 4])).toBe(0.25);
  });

  it('scores a reader at each position over many strips, the mean of which is its accuracy', () => {
    expect(accuracyByPosition(task, dataOf, 50)).toEqual([1, 1, 1, 1]);
    const reversed = (strip: readonly number[]) => dataOf(strip).toReversed();
    const byPosition = accuracyByPosition(task, reversed, 400);
    for (const share of byPosition) expect(Math.abs(share - 1 / 4)).toBeLessThan(0.11); // 5 standard deviations
    const strips = Array.from({ length: 400 }, (_, seed) => drawStrip(task, seed));
    const mean = strips.reduce((sum, strip) => sum + copyingAccuracy(strip, reversed(strip)), 0) / 400;
    expect(byPosition.reduce((sum, share) => sum + share, 0) / 4).toBeCloseTo(mean, 12);
  });

  it('takes the colour of the highest score, the first of equals', () => {
    expect(bestColour([-1, 0.5, 0.2])).toBe(2);
    expect(bestColour([0, 0, 0])).toBe(1);
  });

  it.each([{ K: 0 }, { K: 17 }, { colours: 0 }])('has no strip with %o', (change) => {
    expect(() => drawStrip({ ...task, ...change }, 1)).toThrow(RangeError);
  });
});
