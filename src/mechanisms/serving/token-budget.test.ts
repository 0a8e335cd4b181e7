import { describe, expect, it } from 'vitest';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { a100, mistral7b, roofline } from '#mechanisms/serving/cost.ts';
import type { BatchEntry } from '#mechanisms/serving/run.ts';
import { iterationBound, tokenBudget } from '#mechanisms/serving/token-budget.ts';

const time = roofline(mistral7b, a100);
/** The paper's reference: a decode of 32 requests with 4k prompts (Sec. 5.1, Table 3). */
const load = { kvTokens: 32 * 4096, longest: 4096 };
const decodes = Array.from({ length: 32 }, (_, request): BatchEntry => ({
  request,
  phase: 'decode',
  tokens: 1,
  context: 4095,
  emits: 1,
}));

describe('iterationBound', () => {
  it('is exceeded by no batch within the budget and the load', () => {
    for (let seed = 0; seed < 2000; seed++) {
      const random = createRandom(seed);
      const batch = randomBatch(random.integer, seed % 2 === 0);
      const tau = batch.reduce((sum, { tokens }) => sum + tokens, 0);
      const lengths = batch.map(({ tokens, context }) => tokens + context);
      const bound = { kvTokens: lengths.reduce((a, b) => a + b), longest: Math.max(...lengths) };
      expect(time(batch)).toBeLessThanOrEqual(iterationBound(tau, bound, mistral7b, a100) * (1 + 1e-12));
    }
  });
});

describe('tokenBudget', () => {
  it('is the last budget that keeps to the target', () => {
    for (const target of [0.02, 0.05, 0.1, 0.5]) {
      const tau = tokenBudget(target, load, mistral7b, a100);
      expect(iterationBound(tau, load, mistral7b, a100)).toBeLessThanOrEqual(target);
      expect(iterationBound(tau + 1, load, mistral7b, a100)).toBeGreaterThan(target);
    }
  });

  it('is 0 where decodes alone break the target', () => {
    expect(tokenBudget(0.005, load, mistral7b, a100)).toBe(0);
  });

  it('allows 512 but not 2048 under the strict target, 5 decodes, and 2048 under the relaxed, 25 (Sec. 5.1)', () => {
    const strict = tokenBudget(5 * time(decodes), load, mistral7b, a100);
    expect(strict).toBeGreaterThanOrEqual(512);
    expect(strict).toBeLessThan(2048);
    expect(tokenBudget(25 * time(decodes), load, mistral7b, a100)).toBeGreaterThanOrEqual(2048);
  });
});

function randomBatch(integer: (low: number, high: number) => number, hybrid: boolean): BatchEntry[] {
  return Array.from({ length: integer(1, 12) }, (_, request) => {
    const context = integer(1, 4000);
    return hybrid && integer(0, 1) === 1
      ? { request, phase: 'prefill', tokens: integer(1, 1000), context, emits: 0 }
      : { request, phase: 'decode', tokens: 1, context, emits: 1 };
  });
}
