import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { softmax } from '../attention/softmax.ts';
import { marginFor, needleWeight } from './needle-attention.ts';

const keys = fc.integer({ min: 2, max: 3000 });

describe('a needle among equal keys', () => {
  it('gets from a softmax what the formula says, at whatever depth it stands', () => {
    fc.assert(
      fc.property(
        keys,
        fc.double({ min: -5, max: 20, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, m, depth) => {
          const at = Math.min(n - 1, Math.floor(depth * n));
          const weights = softmax(Array.from({ length: n }, (_, i) => (i === at ? 3 + m : 3)));
          expect(weights[at]).toBeCloseTo(needleWeight(m, n), 9);
        },
      ),
    );
  });

  it('has the share that its margin was asked for', () => {
    fc.assert(
      fc.property(keys, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (n, w) => {
        expect(needleWeight(marginFor(w, n), n)).toBeCloseTo(w, 9);
      }),
    );
  });

  it('needs ln 10 more for ten times as many keys, once there are many', () => {
    expect(marginFor(0.9, 1e7) - marginFor(0.9, 1e6)).toBeCloseTo(Math.log(10), 5);
  });
});
