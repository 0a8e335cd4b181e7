import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { applyComposed, composition, runRecurrence, type AffineStep } from './affine-recurrence.ts';
import { hillisSteeleScan, prefixesOf, sequentialScan, workEfficientScan } from './associative-scan.ts';

const step = fc.record({ a: fc.integer({ min: -9, max: 9 }), b: fc.integer({ min: -9, max: 9 }) });
const scans = {
  'a fold': (steps: AffineStep[]) => sequentialScan(composition, steps),
  'a Hillis–Steele tree': (steps: AffineStep[]) => prefixesOf(hillisSteeleScan(composition, steps), steps),
  'a work-efficient tree': (steps: AffineStep[]) => prefixesOf(workEfficientScan(composition, steps), steps),
};

describe('composition of affine steps', () => {
  it('is associative, exactly, on integers', () => {
    const { combine } = composition;
    fc.assert(
      fc.property(step, step, step, (f, g, h) => {
        expect(combine(combine(f, g), h)).toEqual(combine(f, combine(g, h)));
      }),
    );
  });

  it('applies the earlier step first, and leaves a step alone when composed with the identity', () => {
    fc.assert(
      fc.property(step, step, fc.integer({ min: -9, max: 9 }), (f, g, h) => {
        const composed = composition.combine(f, g);
        expect(composed.a * h + composed.b).toBe(g.a * (f.a * h + f.b) + g.b);
        expect(applyComposed([composition.combine(composition.identity, f)], h)).toEqual([f.a * h + f.b]);
      }),
    );
  });

  it('does not commute: the order of the steps matters', () => {
    const [double, addOne] = [
      { a: 2, b: 0 },
      { a: 1, b: 1 },
    ];
    expect(composition.combine(double, addOne)).toEqual({ a: 2, b: 1 });
    expect(composition.combine(addOne, double)).toEqual({ a: 2, b: 2 });
  });
});

describe('the recurrence', () => {
  it('is h_t = a_t h_{t-1} + b_t, as worked by hand from h_0 = 1', () => {
    const steps = [
      { a: 2, b: 1 },
      { a: 0, b: 5 },
      { a: -1, b: 1 },
    ];
    expect(runRecurrence(steps, 1)).toEqual([3, 5, -4]);
  });

  it.each(Object.entries(scans))('equals %s on 3000 random sequences of every length from 0 to 99', (_, scan) => {
    const random = createRandom(20231201);
    for (let trial = 0; trial < 3000; trial++) {
      const steps = Array.from({ length: trial % 100 }, () => ({ a: random.next() * 2 - 1, b: random.normal() }));
      const h0 = random.normal();
      const h = runRecurrence(steps, h0);
      // The rounding error is relative to the terms summed, Σ|…|, not to a sum that may cancel.
      const size = runRecurrence(
        steps.map(({ a, b }) => ({ a: Math.abs(a), b: Math.abs(b) })),
        Math.abs(h0),
      );
      const scanned = applyComposed(scan(steps), h0);
      expect(scanned).toHaveLength(h.length);
      // One assertion a sequence: 150,000 of them would take longer than the scans.
      expect(scanned.every((value, t) => Math.abs(value - h[t]!) <= 1e-12 * size[t]!)).toBe(true);
    }
  });
});
