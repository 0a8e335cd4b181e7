import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chunkedOverlap, overlappedTime } from './chunked-overlap.ts';

const time = fc.double({ min: 0.1, max: 20, noNaN: true });
const chunks = fc.integer({ min: 1, max: 30 });

it('takes T(1 + 1/c) where computing and sending take T each', () => {
  for (const c of [1, 2, 4, 10]) expect(overlappedTime(6, 6, c)).toBeCloseTo(6 * (1 + 1 / c), 12);
});

it('takes the longer of the two and one chunk of the shorter', () => {
  fc.assert(
    fc.property(time, time, chunks, (compute, send, c) => {
      expect(overlappedTime(compute, send, c)).toBeCloseTo(Math.max(compute, send) + Math.min(compute, send) / c, 9);
    }),
  );
});

it('sends no chunk before it is computed', () => {
  fc.assert(
    fc.property(time, time, chunks, (compute, send, c) => {
      for (const chunk of chunkedOverlap(compute, send, c))
        expect(chunk.send.start).toBeGreaterThanOrEqual(chunk.compute.end - 1e-12);
    }),
  );
});
