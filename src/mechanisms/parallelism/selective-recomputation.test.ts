import { expect, it } from 'vitest';
import { causal } from '#mechanisms/attention/masks.ts';
import { drawWeights, evenShape, multiHeadAttention } from '#mechanisms/attention/multi-head.ts';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { selfAttentionBackward } from './attention-gradient.ts';
import { coreForward, rebuildCore } from './selective-recomputation.ts';
import { joinColumns } from './sharded-matrix.ts';

const X = Matrix.from(6, 8, (i, j) => Math.sin(3 * i + j));
const dOut = Matrix.from(6, 8, (i, j) => Math.cos(i - j));
const W = drawWeights(evenShape(8, 4), 2);
const kept = W.WQ.map((WQ, i) => ({ Q: X.times(WQ), K: X.times(W.WK[i]!), V: X.times(W.WV[i]!) }));
const stored = multiHeadAttention(X, X, W, { mask: causal });

it('hands the projection what attention that keeps everything hands it', () => {
  expect(joinColumns(coreForward(kept)).distance(stored.concat)).toBe(0);
});

it('finds the same gradients, bit for bit, from a core that was thrown away and rebuilt', () => {
  const concat = joinColumns(coreForward(kept));
  const rebuilt = { ...rebuildCore(kept, concat), output: concat.times(W.WO) };
  const [after, before] = [selfAttentionBackward(rebuilt, X, W, dOut), selfAttentionBackward(stored, X, W, dOut)];
  expect(after.dX.distance(before.dX)).toBe(0);
  after.WQ.forEach((dWQ, head) => expect(dWQ.distance(before.WQ[head]!)).toBe(0));
});
