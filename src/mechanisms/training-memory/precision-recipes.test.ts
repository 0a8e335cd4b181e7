import { describe, expect, it } from 'vitest';
import { bytesPerParameter, optimizerMultiplier, precisionRecipes } from './precision-recipes.ts';

describe('precision recipes', () => {
  it.each([
    ['mixed-precision-adam', 12, 16],
    ['mixed-precision-sgd-momentum', 8, 12],
    ['fp32-adam', 8, 16],
    ['bf16-adam', 4, 8],
  ] as const)('%s has K = %i, and %i bytes per parameter in all', (name, K, total) => {
    const { parameters, gradients, optimizerStates } = bytesPerParameter(precisionRecipes[name]);
    expect(optimizerMultiplier(precisionRecipes[name])).toBe(K);
    expect(optimizerStates).toBe(K);
    expect(parameters + gradients + optimizerStates).toBe(total);
  });
});
