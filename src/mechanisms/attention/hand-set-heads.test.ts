import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { embed, heads, sentence, weights } from './hand-set-heads.ts';
import type { Head, Token } from './hand-set-heads.ts';
import { causal } from './masks.ts';
import { multiHeadAttention } from './multi-head.ts';
import type { AttentionOptions } from './scaled-dot-product.ts';

const [cat, not, drink, milk, , it_, , thirsty] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const attend = (tokens: readonly Token[] = sentence, positions = true, options: AttentionOptions = {}) => {
  const X = embed(tokens, positions);
  return multiHeadAttention(X, X, weights, options);
};
const head = (name: Head, positions = true) => attend(sentence, positions).heads[heads.indexOf(name)]!;

describe('the hand-set heads', () => {
  it('"it" scores the cat 8, the milk 4, the rest 0, and reads the cat with e⁴/(e⁴ + e² + 6) of its weight', () => {
    const { scores, weights: P } = head('reference');
    expect(scores.row(it_)).toEqual([8, 0, 0, 4, 0, 0, 0, 0]);
    expect(P.at(it_, cat)).toBeCloseTo(Math.E ** 4 / (Math.E ** 4 + Math.E ** 2 + 6), 12);
  });

  it('a token that looks for nothing spreads its weight evenly', () => {
    expect(head('reference').weights.row(not)).toEqual(Array(8).fill(1 / 8));
  });

  it('predicates share their weight among cat, milk and it', () => {
    const { weights: P } = head('argument');
    for (const predicate of [drink, thirsty])
      for (const argument of [cat, milk, it_]) expect(P.at(predicate, argument)).toBeGreaterThan(0.3);
  });

  it('every token but the first gives the one before it more weight than all others together', () => {
    const { weights: P } = head('previous');
    for (let i = 1; i < sentence.length; i++) expect(P.at(i, i - 1)).toBeGreaterThan(0.5);
  });

  it('without positions, the head that looks back sees no difference between tokens', () => {
    for (const row of head('previous', false).weights.toRows()) expect(row).toEqual(Array(8).fill(1 / 8));
  });

  it('without positions, shuffled tokens give the same outputs, shuffled; with positions they do not', () => {
    const order = [5, 2, 7, 0, 3, 6, 1, 4];
    const shuffled = order.map((i) => sentence[i]!);
    const expected = (positions: boolean) => Matrix.of(order.map((i) => attend(sentence, positions).output.row(i)));
    expect(attend(shuffled, false).output.distance(expected(false))).toBeLessThan(1e-12);
    expect(attend(shuffled, true).output.distance(expected(true))).toBeGreaterThan(0.1);
  });

  it('under the causal mask, a changed token leaves every output before it as it was, to the last bit', () => {
    const changed = sentence.with(thirsty, ['noun', 'animate']);
    const [before, after] = [sentence, changed].map((tokens) => attend(tokens, true, { mask: causal }).output.toRows());
    expect(after!.slice(0, thirsty)).toEqual(before!.slice(0, thirsty));
    const [open, openChanged] = [attend(sentence).output, attend(changed).output];
    expect(open.sliceRows(0, thirsty).distance(openChanged.sliceRows(0, thirsty))).toBeGreaterThan(0.05);
  });
});
