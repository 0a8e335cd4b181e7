import { describe, expect, it } from 'vitest';
import { gshardModel, storedWeights, switchModels, usedWeights, type ExpertTransformer } from './parameters.ts';

describe('storedWeights', () => {
  it.each([
    [2048, 36, 600],
    [2048, 12, 200],
    [512, 36, 150],
    [512, 12, 50],
    [128, 36, 37],
    [128, 12, 12.5],
  ])('of GShard’s MoE(%iE, %iL) is within 8%% of the %f billion of Table 1', (experts, layers, billions) => {
    expect(Math.abs(storedWeights(gshardModel(experts, layers)) / (billions * 1e9) - 1)).toBeLessThan(0.08);
  });

  it.each([
    [1, 223e6],
    [16, 1.1e9],
    [32, 2.0e9],
    [64, 3.8e9],
    [128, 7.41e9],
    [256, 14.7e9],
  ])('of Switch-Base with %i experts is the %f of Tables 7 and 8', (experts, printed) => {
    const model: ExpertTransformer = { ...switchModels['Switch-Base'], experts };
    expect(Math.abs(storedWeights(model) / printed - 1)).toBeLessThan(0.03);
  });

  it('of Switch-C is the 1571 billion of Table 9', () => {
    expect(Math.round(storedWeights(switchModels['Switch-C']) / 1e9)).toBe(1571);
  });
});

describe('usedWeights', () => {
  it('of one expert of many are those of the dense model, but for the router', () => {
    const base = switchModels['Switch-Base'];
    const dense = storedWeights({ ...base, experts: 1 });
    expect(usedWeights(base, 1) - dense).toBe(12 * 768 * 128);
  });

  it('does not grow with the number of experts beyond the router', () => {
    const used = (experts: number) => usedWeights(gshardModel(experts, 36), 2) - 18 * 1024 * experts;
    expect(used(2048)).toBe(used(128));
  });
});
