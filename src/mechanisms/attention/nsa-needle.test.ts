import { describe, expect, it } from 'vitest';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { chanceRecall, haystack, needleRecall } from './nsa-needle.ts';
import type { NsaShape } from './nsa.ts';

const shape: NsaShape = { l: 8, d: 4, lSel: 16, n: 5, initial: 1, local: 2, w: 32 };
const setting = { s: 256, dk: 16, trials: 60, seed: 1 };
const recall = (width: number) => needleRecall({ ...setting, width }, shape);

describe('haystack', () => {
  it('puts keys near the direction where the needle lies, and noise elsewhere', () => {
    const direction = Array<number>(8).fill(4);
    const K = haystack(20, [{ start: 5, width: 3, direction }], 8, createRandom(2));
    const mean = (i: number) => K.row(i).reduce((sum, value) => sum + value, 0) / 8;
    for (let i = 0; i < 20; i++) expect(mean(i) > 3).toBe(i >= 5 && i < 8);
  });
});

describe('needleRecall', () => {
  it('always finds a needle that fills a block', () => expect(recall(16)).toBe(1));

  it('is near chance for a needle of no token at all', () => {
    const chance = chanceRecall(setting.s, shape);
    expect(Math.abs(needleRecall({ ...setting, width: 0, trials: 300 }, shape) - chance)).toBeLessThan(0.08);
  });

  it('with the mean for φ, finds a single token less often than eight in a row', () => {
    expect(recall(1)).toBeLessThan(recall(8) - 0.2);
  });
});
