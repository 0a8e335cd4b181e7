import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRandom } from '../numeric/random.ts';
import { decodeChannel, encodeChannel, GROUP } from './anchor-deltas.ts';
import { correlatedChannel, varianceOfDeltas } from './correlated-cache.ts';

const channel = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 57 });

it('comes back within half a bin, and an anchor within half of its own step', () => {
  fc.assert(
    fc.property(channel, fc.constantFrom(0.5, 1, 1.5), (values, bin) => {
      const x = Float64Array.from(values);
      const coded = encodeChannel(x, bin);
      decodeChannel(coded, bin).forEach((value, t) => {
        const allowed = t % GROUP === 0 ? coded.step / 2 : bin / 2;
        expect(Math.abs(value - x[t]!)).toBeLessThanOrEqual(allowed + 1e-9);
      });
      expect(coded.anchors.every((code) => code >= 0 && code <= 255)).toBe(true);
    }),
  );
});

it('works by hand: the group 4, 5, 3 in bins of 1 is its anchor, +1 and −1', () => {
  const coded = encodeChannel(Float64Array.from([4, 5, 3]), 1, 3);
  expect(coded.deltas).toEqual([1, -1]);
  expect([...decodeChannel(coded, 1, 3)]).toEqual([4, 5, 3]);
});

it('has differences as large as the formula says for an autoregressive channel', () => {
  for (const rho of [0.5, 0.9, 0.98]) {
    const x = correlatedChannel(200_000, rho, 3, 2, createRandom(7));
    let sum = 0;
    for (let t = 0; t < x.length; t++) if (t % GROUP > 0) sum += (x[t]! - x[t - (t % GROUP)]!) ** 2;
    const measured = sum / (x.length * (1 - 1 / GROUP)) / 4;
    expect(measured / varianceOfDeltas(rho, GROUP)).toBeCloseTo(1, 1);
  }
});

it('gains by a difference to the token before from ρ = 1/2 on, to an anchor up to nine away only from about 0.86', () => {
  expect(varianceOfDeltas(0.5, 2)).toBe(1);
  expect(varianceOfDeltas(0.85, GROUP)).toBeGreaterThan(1);
  expect(varianceOfDeltas(0.86, GROUP)).toBeLessThan(1);
});
