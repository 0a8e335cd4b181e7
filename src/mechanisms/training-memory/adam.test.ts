import { describe, expect, it } from 'vitest';
import { adamStep, initialAdamStates } from './adam.ts';

const settings = { learningRate: 0.1, beta1: 0.5, beta2: 0.75, epsilon: 0 };

describe('adamStep', () => {
  it('takes two steps as worked by hand', () => {
    const first = adamStep(initialAdamStates([1]), [2], 1, settings);
    // m = 1, v = 1; both corrected to 2 and 4: the step is 0.1 · 2/2.
    expect(first).toEqual({ p32: [0.9], m: [1], v: [1] });
    const second = adamStep(first, [-2], 2, settings);
    // m = 0.5 − 1 = −0.5, v = 0.75 + 1 = 1.75; corrected: −0.5/0.75 and 1.75/0.4375 = 4: the step is 0.1 · (−1/3).
    expect(second.m).toEqual([-0.5]);
    expect(second.v).toEqual([1.75]);
    expect(second.p32[0]).toBeCloseTo(0.9 + 0.1 / 3, 14);
  });

  it('first moves every parameter by the learning rate, against its gradient, however small that is', () => {
    const { p32 } = adamStep(initialAdamStates([0, 0]), [1e-6, -1e6], 1, settings);
    expect(p32[0]).toBeCloseTo(-0.1, 12);
    expect(p32[1]).toBeCloseTo(0.1, 12);
  });

  it('updates the whole as it updates the parts', () => {
    const gradient = [0.3, -1.2, 4];
    const whole = adamStep(initialAdamStates([1, 2, 3]), gradient, 1, settings);
    const parts = [
      adamStep(initialAdamStates([1]), gradient.slice(0, 1), 1, settings),
      adamStep(initialAdamStates([2, 3]), gradient.slice(1), 1, settings),
    ];
    expect(parts.flatMap(({ p32 }) => p32)).toEqual(whole.p32);
  });

  it('throws where gradients and parameters differ in length', () => {
    expect(() => adamStep(initialAdamStates([1]), [], 1, settings)).toThrow(RangeError);
  });
});
