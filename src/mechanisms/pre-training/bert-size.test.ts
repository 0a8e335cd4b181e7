import { describe, expect, it } from 'vitest';
import { bertBase, bertGroups, bertLarge, bertParameters, pretrainingHeads } from './bert-size.ts';

const toTwoDigits = (count: number) => Number((count / 1e6).toPrecision(2));

describe('bertParameters', () => {
  it('gives the counts that the released models report', () => {
    expect(bertParameters(bertBase)).toBe(109_482_240);
    expect(bertParameters(bertLarge)).toBe(335_141_888);
  });

  it('rounds to the 110M and 340M of §3 with the released vocabulary, with or without the heads of pre-training', () => {
    for (const [shape, printed] of [
      [bertBase, 110],
      [bertLarge, 340],
    ] as const) {
      expect(toTwoDigits(bertParameters(shape))).toBe(printed);
      expect(toTwoDigits(bertParameters(shape) + pretrainingHeads(shape))).toBe(printed);
    }
  });

  it('with the 30,000 entries of §3 still rounds to 110M, and comes within 2 % of 340M without rounding to it', () => {
    expect(toTwoDigits(bertParameters({ ...bertBase, vocabulary: 30_000 }))).toBe(110);
    const large = bertParameters({ ...bertLarge, vocabulary: 30_000 }) / 340e6;
    expect(large).toBeGreaterThan(0.98);
    expect(large).toBeLessThan(0.985);
  });

  it('is as counted by hand for a model of width 2', () => {
    // embeddings (3 + 512 + 2)·2; attention 4·(4 + 2); FFN 16 + 8 + 16 + 2; norms 3·4; [CLS] 4 + 2
    expect(bertGroups({ L: 1, H: 2, A: 1, vocabulary: 3 })).toEqual({
      embedding: 1034,
      attention: 24,
      ffn: 42,
      norm: 12,
      pooler: 6,
    });
  });
});
