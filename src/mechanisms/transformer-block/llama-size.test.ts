import { describe, expect, it } from 'vitest';
import { llamaModels, llamaParameters, tokensPerGpuSecond } from './llama-size.ts';

describe('llamaParameters', () => {
  it('counts Table 2: 6.7, 13.0, 32.5 and 65.2 billion, the last cut rather than rounded', () => {
    const tenths = llamaModels.map((model) => Math.floor(llamaParameters(model) / 1e8) / 10);
    expect(tenths).toEqual(llamaModels.map(({ printed }) => printed / 1e9));
  });

  it('counts 6,738,415,616 for the 7B model, as the released weights do', () => {
    expect(llamaParameters(llamaModels[0]!)).toBe(6_738_415_616);
  });
});

describe('tokensPerGpuSecond', () => {
  it('is the 380 of §2.4 for the 65B model', () => {
    expect(tokensPerGpuSecond(llamaModels[3]!)).toBeCloseTo(380, -0.5);
  });
});
