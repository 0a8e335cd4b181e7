import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balancedNodes, ffnUtilisation, requestsHeld, tokensPerExpert } from './expert-batch.ts';

describe('an expert’s batch', () => {
  it('is the paper’s: 156 tokens fill a dense FFN on an A100, and leave 39 to each of eight experts, 25% (Sec. 2.3)', () => {
    const ridge = 312 / 2; // TFLOP/s over TB/s
    expect(ffnUtilisation(156, ridge)).toBe(1);
    expect(tokensPerExpert(156, { experts: 8, topK: 2 })).toBe(39);
    expect(ffnUtilisation(39, ridge)).toBe(0.25);
  });

  it('adds up to K copies of every token', () => {
    fc.assert(
      fc.property(
        fc.nat(5000),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 8, max: 256 }),
        (b, topK, experts) => {
          expect(tokensPerExpert(b, { experts, topK }) * experts).toBeCloseTo(b * topK, 6);
        },
      ),
    );
  });
});

describe('an attention node', () => {
  const side = { layers: 10, hidden: 100, group: 4, memory: 1e9 };

  it('holds as many requests as the constraint allows, and not one more', () => {
    const n = requestsHeld(side, 50);
    const bytes = (requests: number) => (4 * requests * 50 * 100 * 10) / 4 + 2 * 10 * 100 ** 2 * 2.5;
    expect(bytes(n)).toBeLessThanOrEqual(1e9);
    expect(bytes(n + 1)).toBeGreaterThan(1e9);
  });
});

it('with the balanced number of attention nodes both sides take as long, when their constants are zero', () => {
  const [profile, moe] = [
    { k1: 3, k2: 0, k3: 2, k4: 0 },
    { experts: 16, topK: 4 },
  ];
  const nodes = balancedNodes(profile, moe);
  const ba = 40; // tokens of a micro-batch at one attention node
  const be = tokensPerExpert(ba * nodes, moe);
  expect(profile.k1 * ba).toBeCloseTo(profile.k3 * be, 12);
});
