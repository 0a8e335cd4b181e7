import { describe, expect, it } from 'vitest';
import { gpt3Shapes, modelFlops } from './model-flops.ts';

describe('modelFlops', () => {
  it('is as worked by hand: 10 parameters, 1 layer of width 2, 5 tokens', () => {
    const tiny = { parameters: 10, layers: 1, hidden: 2 };
    expect(modelFlops(tiny, 5)).toBe(6 * 5 * 10 + 12 * 2 * 25);
    expect(modelFlops(tiny, 5, true)).toBe(300 + 300);
  });

  it('counts per layer and sequence three times the forward operations of §4.1: 4 · seqlen² · hidden', () => {
    const { layers, hidden } = gpt3Shapes['2.7B'];
    const attention = modelFlops({ parameters: 0, layers, hidden }, 2048);
    expect(attention).toBe(3 * layers * (4 * 2048 ** 2 * hidden));
  });
});
