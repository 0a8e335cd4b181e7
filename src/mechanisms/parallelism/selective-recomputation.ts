/**
 * Selective recomputation (Korthikanti et al., 2022, Sec. 5) of one block of attention: scores, softmax and weights are
 * thrown away after the forward pass and computed again before the backward pass. Q, K and V are kept.
 */
import { causal } from '#mechanisms/attention/masks.ts';
import type { MultiHeadTrace } from '#mechanisms/attention/multi-head.ts';
import { scaledDotProductAttention } from '#mechanisms/attention/scaled-dot-product.ts';
import type { AttentionTrace } from '#mechanisms/attention/scaled-dot-product.ts';
import type { Matrix } from '#mechanisms/numeric/matrix.ts';

/** What a head keeps: three s×d matrices instead of several s×s. */
export interface KeptHead {
  readonly Q: Matrix;
  readonly K: Matrix;
  readonly V: Matrix;
}

// #region selective-recomputation
/** Runs the attention core and forgets all but its result. */
export function coreForward(heads: readonly KeptHead[]): Matrix[] {
  return heads.map(({ Q, K, V }) => scaledDotProductAttention(Q, K, V, { mask: causal }).output);
}

/** Before the backward pass: the same core once more, this time with its intermediates. */
export function rebuildCore(heads: readonly KeptHead[], concat: Matrix): Omit<MultiHeadTrace, 'output'> {
  const rebuilt = heads.map(({ Q, K, V }): AttentionTrace => scaledDotProductAttention(Q, K, V, { mask: causal }));
  return { heads: rebuilt, concat };
}
// #endregion selective-recomputation
