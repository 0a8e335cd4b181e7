import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GPT3, decode, layerOperators, matmulFlops, matmulWork, prefill, rowWork } from './operators.ts';
import type { Model } from './operators.ts';

const model = fc
  .record({ heads: fc.integer({ min: 1, max: 12 }), perHead: fc.integer({ min: 1, max: 64 }) })
  .map(({ heads, perHead }): Model => ({ hidden: 8 * heads * perHead, heads: 8 * heads, bytes: 2 }));
const count = fc.integer({ min: 1, max: 300 });

describe('layerOperators', () => {
  it('computes 24 b s h² + 4 b s² h FLOPs in a forward pass', () => {
    fc.assert(
      fc.property(model, count, count, (m, b, s) => {
        const h = m.hidden;
        expect(matmulFlops(layerOperators(m, prefill(b, s)))).toBe(24 * b * s * h ** 2 + 4 * b * s ** 2 * h);
      }),
    );
  });

  it('computes 24 b h² + 4 b s h FLOPs for one new token each against s positions', () => {
    fc.assert(
      fc.property(model, count, count, (m, b, s) => {
        const h = m.hidden;
        expect(matmulFlops(layerOperators(m, decode(b, s)))).toBe(24 * b * h ** 2 + 4 * b * s * h);
      }),
    );
  });

  it('divides the products evenly over tensor-parallel devices and adds two all-reduces', () => {
    fc.assert(
      fc.property(model, count, count, fc.constantFrom(2, 4, 8), (m, b, s, p) => {
        const split = layerOperators(m, prefill(b, s), p);
        expect(p * matmulFlops(split)).toBe(matmulFlops(layerOperators(m, prefill(b, s))));
        const reduced = split.flatMap((operator) => (operator.kind === 'all-reduce' ? [operator.elements] : []));
        expect(reduced).toEqual([b * s * m.hidden, b * s * m.hidden]);
      }),
    );
  });

  it('reads 12 h² weights and 2 s h keys and values per sequence in decoding', () => {
    const h = GPT3.hidden;
    const s = 2048;
    const bytes = layerOperators(GPT3, decode(8, s)).reduce(
      (sum, op) => sum + (op.kind === 'matmul' ? matmulWork(op, 2).bytes : 0),
      0,
    );
    const weightsAndCache = 2 * (12 * h ** 2 + 8 * 2 * s * h);
    expect(bytes).toBeGreaterThan(weightsAndCache);
    expect(bytes / weightsAndCache).toBeLessThan(1.01);
  });

  it('refuses heads that do not divide', () => {
    expect(() => layerOperators(GPT3, prefill(1, 1), 7)).toThrow(RangeError);
    expect(() => layerOperators({ ...GPT3, heads: 97 }, prefill(1, 1))).toThrow(RangeError);
  });
});

describe('rowWork', () => {
  it('counts an element of softmax as three exponentials and seven FLOPs, read and written once', () => {
    const softmax = { kind: 'softmax', name: 'Softmax', rows: 2, cols: 5 } as const;
    expect(rowWork(softmax, 2, 35)).toEqual({ flops: 10 * 112, bytes: 40 });
  });
});
