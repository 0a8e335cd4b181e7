import { describe, expect, it } from 'vitest';
import { saturationTokens, type Hardware, type Model } from '#mechanisms/serving/cost.ts';
import { calibratedStep } from './calibrated-step.ts';

const model: Model = { parameters: 1e9, layers: 1, heads: 1, kvHeads: 1, headDim: 1, bytes: 2 };
const device: Hardware = { peakFlops: 100e12, bandwidth: 1e12, overhead: 0 };

describe('a step calibrated on one token', () => {
  const step = calibratedStep(5e-3, model, device);
  const knee = saturationTokens(model, device);

  it('takes the measured time up to the knee of the roofline', () => {
    expect(step(1)).toBeCloseTo(5e-3, 12);
    expect(step(knee)).toBeCloseTo(5e-3, 12);
  });

  it('grows beyond it by two operations a parameter and token', () => {
    expect(step(knee + 50) - step(knee)).toBeCloseTo((50 * 2 * 1e9) / 100e12, 12);
  });

  it('refuses a measurement that the bandwidth forbids', () => {
    expect(() => calibratedStep(1e-3, model, device)).toThrow(RangeError);
  });
});
