import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastMicroBatches, pingPong, predictedTotal, totalTime } from './ping-pong.ts';

const times = fc
  .record({
    Ta: fc.integer({ min: 1, max: 20 }),
    Te: fc.integer({ min: 1, max: 20 }),
    share: fc.integer({ min: 0, max: 19 }),
  })
  .map(({ Ta, Te, share }) => ({ Ta, Te, Tc: (share / 20) * Math.max(Ta, Te) }));
const layers = fc.integer({ min: 1, max: 12 });

describe('the ping-pong pipeline', () => {
  it('takes what Eq. (5) says whenever Eqs. (2) and (3) hold', () => {
    fc.assert(
      fc.property(times, layers, fc.nat(3), (t, L, more) => {
        const m = leastMicroBatches(t) + more;
        expect(totalTime(t, m, L)).toBeCloseTo(predictedTotal(t, m, L), 6);
      }),
    );
  });

  it('by hand: T_a = T_e = 1, T_c = 0.3, eight layers; three micro-batches take 25.6, two take 21.8 and not 17.6', () => {
    const t = { Ta: 1, Te: 1, Tc: 0.3 };
    expect(leastMicroBatches(t)).toBe(3);
    expect(totalTime(t, 3, 8)).toBeCloseTo(25.6, 9);
    expect(totalTime(t, 2, 8)).toBeCloseTo(21.8, 9);
    expect(predictedTotal(t, 2, 8)).toBeCloseTo(17.6, 9);
  });

  it('is never faster than Eq. (5), nor than one micro-batch alone on its way', () => {
    fc.assert(
      fc.property(times, layers, fc.integer({ min: 1, max: 6 }), (t, L, m) => {
        const total = totalTime(t, m, L);
        expect(total).toBeGreaterThanOrEqual(predictedTotal(t, m, L) - 1e-9);
        expect(total).toBeGreaterThanOrEqual(L * (t.Ta + t.Te + 2 * t.Tc) - 1e-9);
      }),
    );
  });

  it('visits every layer once on each side, in order, and never two micro-batches on a side at once', () => {
    fc.assert(
      fc.property(times, layers, fc.integer({ min: 1, max: 5 }), (t, L, m) => {
        const visits = pingPong(t, m, L);
        expect(visits).toHaveLength(2 * m * L);
        for (const side of ['attention', 'experts'] as const) {
          const there = visits.filter((visit) => visit.side === side).sort((a, b) => a.start - b.start);
          there.slice(1).forEach((visit, i) => expect(visit.start).toBeGreaterThanOrEqual(there[i]!.end - 1e-9));
        }
        for (let k = 0; k < m; k++) {
          const one = visits.filter(({ microBatch }) => microBatch === k).sort((a, b) => a.start - b.start);
          expect(one.map(({ layer, side }) => `${layer}${side}`)).toEqual(
            Array.from({ length: L }, (_, l) => [`${l}attention`, `${l}experts`]).flat(),
          );
          one.slice(1).forEach(({ start }, i) => expect(start).toBeGreaterThanOrEqual(one[i]!.end + t.Tc - 1e-9));
        }
      }),
    );
  });
});
