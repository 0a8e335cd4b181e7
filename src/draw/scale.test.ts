import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandScale, linearScale, logScale, niceDomain, niceTicks, scale } from './scale.ts';

const interval = fc
  .tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 1e-3, max: 1e6, noNaN: true }))
  .map(([low, span]) => [low, low + span] as const);

describe('a linear scale', () => {
  it('sends the ends of the domain to the ends of the range, which may run upwards', () => {
    const s = linearScale([0, 10], [300, 100]);
    expect([s.at(0), s.at(5), s.at(10)]).toEqual([300, 200, 100]);
  });

  it('is undone by invert', () => {
    fc.assert(
      fc.property(interval, fc.double({ min: 0, max: 1, noNaN: true }), (domain, t) => {
        const s = linearScale(domain, [40, 640]);
        const value = domain[0] + t * (domain[1] - domain[0]);
        expect(Math.abs(s.invert(s.at(value)) - value)).toBeLessThanOrEqual(1e-6 * (1 + Math.abs(value)));
      }),
    );
  });

  it('puts everything at the start when the domain is a point', () => {
    expect(linearScale([3, 3], [0, 100]).at(8)).toBe(0);
  });
});

describe('a log scale', () => {
  it('gives equal distances to equal ratios', () => {
    const s = logScale([1, 10_000], [0, 400]);
    expect([1, 10, 100, 1000, 10_000].map((v) => Math.round(s.at(v)))).toEqual([0, 100, 200, 300, 400]);
  });

  it('ticks at powers of ten, thinned evenly; at 1, 2, 5 within two decades; at powers of two in base 2', () => {
    expect(logScale([1, 1e4], [0, 1]).ticks()).toEqual([1, 10, 100, 1000, 10_000]);
    expect(logScale([1, 1e9], [0, 1]).ticks(5)).toEqual([1, 100, 1e4, 1e6, 1e8]);
    expect(logScale([0.5, 10], [0, 1]).ticks()).toEqual([0.5, 1, 2, 5, 10]);
    expect(scale('log2', [512, 8192], [0, 1]).ticks()).toEqual([512, 1024, 2048, 4096, 8192]);
  });

  it('refuses a domain that reaches zero', () => {
    expect(() => logScale([0, 10], [0, 1])).toThrow('a log scale has no place for 0…10');
  });
});

describe('nice ticks', () => {
  it.each([
    [0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [0, 120, 6, [0, 20, 40, 60, 80, 100, 120]],
    [-3, 3, 3, [-2, 0, 2]],
    [0.1, 0.4, 3, [0.1, 0.2, 0.3, 0.4]],
  ])('from %d to %d in about %d parts', (low, high, count, ticks) => {
    expect(niceTicks(low, high, count)).toEqual(ticks);
  });

  it('lie within the interval, are evenly spaced, and number within a factor of three of what was asked', () => {
    fc.assert(
      fc.property(interval, fc.integer({ min: 2, max: 10 }), ([low, high], count) => {
        const ticks = niceTicks(low, high, count);
        const dust = 1e-9 * Math.max(Math.abs(low), Math.abs(high));
        expect(ticks.every((tick) => tick >= low - dust && tick <= high + dust)).toBe(true);
        expect(ticks.length).toBeLessThanOrEqual(count * 3);
        expect(ticks.length).toBeGreaterThanOrEqual(Math.floor(count / 3));
      }),
    );
  });

  it('widen a domain to whole steps', () => {
    expect(niceDomain(0, 113)).toEqual([0, 120]);
    expect(niceDomain(-0.7, 2.2)).toEqual([-1, 2.5]);
  });
});

it('bands fill the range evenly, with half a gap at either end', () => {
  const bands = bandScale(4, [100, 500], 0.2);
  expect(bands.width).toBeCloseTo(80);
  expect([0, 1, 2, 3].map((i) => bands.at(i))).toEqual([110, 210, 310, 410]);
  expect(bands.centre(3)).toBe(450);
});
