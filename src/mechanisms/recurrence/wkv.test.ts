import { describe, expect, it } from 'vitest';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { composition, runRecurrence } from './affine-recurrence.ts';
import { prefixesOf, workEfficientScan } from './associative-scan.ts';
import { explicitWkv, recurrentWkv, safeWkv, wkvWeights, type WkvChannel } from './wkv.ts';

function draw(T: number, w: number, scale: number, seed: number): WkvChannel {
  const { normal } = createRandom(seed);
  const k = Array.from({ length: T }, () => scale * normal());
  return { w, u: normal(), k, v: Array.from({ length: T }, normal) };
}

const apart = (a: readonly number[], b: readonly number[]) => Math.max(...a.map((x, i) => Math.abs(x - b[i]!)));
const wkvOf = (steps: readonly { wkv: number }[]) => steps.map(({ wkv }) => wkv);

describe('WKV', () => {
  it('is the fraction of Eq. 16, summed term by term', () => {
    const { w, u, k, v } = draw(14, 0.3, 1, 1);
    const direct = k.map((kt, t) => {
      let [above, below] = [Math.exp(u + kt) * v[t]!, Math.exp(u + kt)];
      for (let i = 0; i < t; i++) {
        const weight = Math.exp(-(t - 1 - i) * w + k[i]!);
        above += weight * v[i]!;
        below += weight;
      }
      return above / below;
    });
    expect(apart(explicitWkv({ w, u, k, v }), direct)).toBeLessThan(1e-13);
  });

  it('comes out the same as an average, as a recurrence and in the safe form', () => {
    for (const [seed, w] of [0, 0.01, 0.7, 5, 40].entries()) {
      const channel = draw(60, w, 2, seed);
      const explicit = explicitWkv(channel);
      expect(apart(wkvOf(recurrentWkv(channel)), explicit)).toBeLessThan(1e-12);
      expect(apart(wkvOf(safeWkv(channel)), explicit)).toBeLessThan(1e-12);
    }
  });

  it('is an average: weights are positive and sum to 1, so the result stays between the least and the greatest v', () => {
    const channel = draw(40, 0.2, 3, 7);
    explicitWkv(channel).forEach((wkv, t) => {
      expect(wkvWeights(channel, t).reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 12);
      const seen = channel.v.slice(0, t + 1);
      expect(wkv).toBeGreaterThanOrEqual(Math.min(...seen) - 1e-12);
      expect(wkv).toBeLessThanOrEqual(Math.max(...seen) + 1e-12);
    });
  });

  it('overflows as a plain recurrence when keys reach 1000, and not in the safe form', () => {
    const channel = draw(30, 0.1, 1000, 3);
    expect(wkvOf(recurrentWkv(channel)).some(Number.isNaN)).toBe(true);
    expect(apart(wkvOf(safeWkv(channel)), explicitWkv(channel))).toBeLessThan(1e-10);
  });

  it('carries in a and b two scalar recurrences, which a tree can scan as well (§7)', () => {
    const { w, u, k, v } = draw(33, 0.4, 1, 5);
    const steps = k.map((kt, t) => ({ a: Math.exp(-w), b: Math.exp(kt) * v[t]! }));
    const scanned = prefixesOf(workEfficientScan(composition, steps), steps).map((step) => step.b);
    const states = recurrentWkv({ w, u, k, v });
    expect(apart(runRecurrence(steps), states.map(({ a }) => a))).toBeLessThan(1e-12); // prettier-ignore
    expect(apart(scanned, states.map(({ a }) => a))).toBeLessThan(1e-12); // prettier-ignore
  });

  it('keeps in the safe state the same numerator and denominator, times e^p', () => {
    const channel = draw(20, 0.4, 1, 6);
    const plain = recurrentWkv(channel);
    safeWkv(channel).forEach(({ state: { a, b, p } }, t) => {
      expect(a * Math.exp(p)).toBeCloseTo(plain[t]!.a, 10);
      expect(b * Math.exp(p)).toBeCloseTo(plain[t]!.b, 10);
    });
  });

  it('is the worked example of the page: whole states and averages at e^{−w} = ½, e^u = 2', () => {
    const channel = {
      w: Math.LN2,
      u: Math.LN2,
      k: [4, 2, 2, 6, 4, 4].map(Math.log),
      v: [6, 2, 8, 2, 1, 6],
    };
    const steps = recurrentWkv(channel);
    const round = (x: number) => Number(x.toFixed(9));
    expect(steps.map(({ wkv }) => round(wkv))).toEqual([6, 4, 6, 3, 2, 4]);
    expect(steps.map(({ a }) => round(a))).toEqual([24, 16, 24, 24, 16, 32]);
    expect(steps.map(({ b }) => round(b))).toEqual([4, 4, 4, 8, 8, 8]);
    expect(wkvWeights(channel, 5).map((weight) => round(64 * weight))).toEqual([1, 1, 2, 12, 16, 32]);
  });

  it('gives a channel of vast decay the last two tokens only: the previous one and, by its own weight, the current', () => {
    const channel = draw(10, 200, 1, 8);
    expect(
      wkvWeights(channel, 9)
        .slice(0, 8)
        .every((weight) => weight < 1e-40),
    ).toBe(true);
    expect(wkvWeights(channel, 9)[8]).toBeGreaterThan(0.001);
  });
});
