import { describe, expect, it } from 'vitest';
import { evenLength, kvBytes, prefillFlops, type ContextShape } from './context-cost.ts';

const tiny: ContextShape = { layers: 2, d: 8, kvHeads: 2, headWidth: 4, parameters: 1000 };

describe('the cost of context', () => {
  it('counts every stored number', () => {
    let numbers = 0;
    for (let token = 0; token < 5; token++)
      for (let layer = 0; layer < 2; layer++)
        for (let head = 0; head < 2; head++) for (const _ of ['key', 'value']) numbers += 4;
    expect(kvBytes(tiny, 5)).toBe(2 * numbers);
  });

  it('counts causal attention position by position: QKᵀ and weights times V, a multiplication and an addition each', () => {
    const n = 400;
    let flops = 0;
    for (let i = 1; i <= n; i++) flops += 2 * 2 * 2 * i * 8; // layers, products, multiply and add
    expect(prefillFlops(tiny, n).attention / flops).toBeCloseTo(1, 2);
  });

  it('is even where it says', () => {
    const { weights, attention } = prefillFlops(tiny, evenLength(tiny));
    expect(attention).toBeCloseTo(weights, 9);
  });
});
