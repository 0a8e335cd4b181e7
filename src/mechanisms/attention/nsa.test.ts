import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { blockImportance, compressionBlocks, importanceAsPrinted, nsa, paperShape, topBlocks } from './nsa.ts';
import type { NsaShape } from './nsa.ts';
import { scaledDotProductAttention } from './scaled-dot-product.ts';
import { cut } from './tiling.ts';

const { normal } = createRandom(5);
const draw = (rows: number, cols: number) => Matrix.from(rows, cols, normal);
const shape: NsaShape = { l: 4, d: 2, lSel: 4, n: 2, initial: 0, local: 0, w: 3 };

/** l and l′ as multiples of d, l ≤ l′. */
const shapes = fc
  .record({ d: fc.integer({ min: 1, max: 4 }), a: fc.integer({ min: 1, max: 4 }), b: fc.integer({ min: 0, max: 4 }) })
  .map(({ d, a, b }): NsaShape => ({ ...shape, d, l: a * d, lSel: (a + b) * d }));

describe('blockImportance', () => {
  it('counts a compression block for a selection block as often as strides of it lie inside', () => {
    fc.assert(
      fc.property(shapes, fc.integer({ min: 1, max: 6 }), (shape, count) => {
        const parts = compressionBlocks(count * shape.lSel, shape);
        cut(count * shape.lSel, shape.lSel).forEach((block, j) => {
          parts.forEach((part, i) => {
            const inside = Math.max(0, Math.min(part.end, block.end) - Math.max(part.start, block.start));
            const alone = parts.map((_, k) => (k === i ? 1 : 0));
            expect(blockImportance(alone, count, shape)[j]).toBe(inside / shape.d);
          });
        });
      }),
    );
  });

  it('hands the probabilities through where both divisions are one, l′ = l = d (§3.3.2)', () => {
    const p = [0.1, 0.2, 0.3, 0.4];
    expect(blockImportance(p, 4, { ...shape, l: 4, d: 4, lSel: 4 })).toEqual(p);
  });

  it('is as worked by hand for l = l′ = 4, d = 2 and 16 tokens', () => {
    const p = [0.05, 0.1, 0.4, 0.2, 0.05, 0.1, 0.1];
    const scores = blockImportance(p, 4, shape);
    [0.2, 1.1, 0.4, 0.3].forEach((score, j) => expect(scores[j]).toBeCloseTo(score, 12));
  });

  it('as printed, points before the block: for the paper’s sizes and j = 1 at blocks 0–4 instead of 3–7', () => {
    const named = (of: typeof blockImportance) =>
      compressionBlocks(192, paperShape).flatMap((_, i, all) => {
        const alone = all.map((_, k) => (k === i ? 1 : 0));
        return of(alone, 3, paperShape)[1]! > 0 ? [i] : [];
      });
    expect(named(importanceAsPrinted)).toEqual([0, 1, 2, 3, 4]);
    expect(named(blockImportance)).toEqual([3, 4, 5, 6, 7]);
  });
});

describe('topBlocks', () => {
  it('takes the best, but the first and the last ones whatever their score', () => {
    expect(topBlocks([5, 1, 9, 3, 7, 0], { ...shape, n: 3 })).toEqual([0, 2, 4]);
    expect(topBlocks([0, 1, 9, 3, 7, 0], { ...shape, n: 4, initial: 1, local: 2 })).toEqual([0, 2, 4, 5]);
  });
});

describe('nsa', () => {
  const [Q, K, V] = [draw(3, 5), draw(18, 5), draw(18, 4)];
  const kv = { cmp: { K, V }, slc: { K, V }, win: { K, V } };
  const only = (branch: 'cmp' | 'slc' | 'win') => ({ cmp: 0, slc: 0, win: 0, [branch]: 1 });
  const dense = scaledDotProductAttention(Q, K, V).output;

  it('with every block selected and only that gate open, is dense attention', () => {
    const { output } = nsa({ Q, kv, gates: only('slc') }, { ...shape, n: 99 });
    expect(output.distance(dense)).toBeLessThan(1e-12);
  });

  it('with blocks of one token and only the compression gate open, is dense attention', () => {
    const { output } = nsa({ Q, kv, gates: only('cmp') }, { ...shape, l: 1, d: 1, lSel: 1 });
    expect(output.distance(dense)).toBeLessThan(1e-12);
  });

  it('through the window sees the last w tokens and no other', () => {
    const { output } = nsa({ Q, kv, gates: only('win') }, shape);
    const last = scaledDotProductAttention(Q, K.sliceRows(15, 18), V.sliceRows(15, 18)).output;
    expect(output.distance(last)).toBeLessThan(1e-12);
  });

  it('adds the branches with their gates', () => {
    const { output, outputs } = nsa({ Q, kv, gates: { cmp: 0.2, slc: 0.5, win: 0.9 } }, shape);
    const sum = outputs.cmp.scale(0.2).plus(outputs.slc.scale(0.5)).plus(outputs.win.scale(0.9));
    expect(output.distance(sum)).toBeLessThan(1e-12);
  });

  it('finds a block of keys that resemble the queries', () => {
    const q = draw(1, 5).row(0);
    const planted = K.map((key, i, c) => (i >= 8 && i < 12 ? 3 * q[c]! : key));
    const alike = Matrix.of([q, q, q]);
    const inputs = { Q: alike, kv: { ...kv, cmp: { K: planted, V } }, gates: only('slc') };
    expect(nsa(inputs, { ...shape, n: 1 }).selected).toEqual([2]);
  });

  it('throws while there is no compression block', () => {
    const few = { K: K.sliceRows(0, 3), V: V.sliceRows(0, 3) };
    expect(() => nsa({ Q, kv: { cmp: few, slc: few, win: few }, gates: only('win') }, shape)).toThrow(RangeError);
  });
});
