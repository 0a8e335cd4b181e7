import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attainable, intensity, ridgePoint, rooflineBound } from './roofline.ts';

const positive = fc.double({ min: 1e-3, max: 1e15, noNaN: true });
const ROOF = { peak: 312e12, bandwidth: 2e12 };

describe('the roofline', () => {
  it('bends where memory and compute take equally long, at 156 FLOPs per byte of a 312 TFLOP/s, 2 TB/s device', () => {
    expect(ridgePoint(ROOF)).toBe(156);
    expect(attainable(ROOF, 78)).toBe(156e12);
    expect(attainable(ROOF, 1000)).toBe(312e12);
  });

  it('bounds time by the FLOPs over what is attainable at their intensity', () => {
    fc.assert(
      fc.property(positive, positive, positive, positive, (peak, bandwidth, flops, bytes) => {
        const work = { flops, bytes };
        const { time, boundBy } = rooflineBound({ peak, bandwidth }, work);
        expect(time / (flops / attainable({ peak, bandwidth }, intensity(work)))).toBeCloseTo(1, 9);
        if (intensity(work) > 1.001 * ridgePoint({ peak, bandwidth })) expect(boundBy).toBe('compute');
        if (intensity(work) < 0.999 * ridgePoint({ peak, bandwidth })) expect(boundBy).toBe('memory');
      }),
    );
  });
});
