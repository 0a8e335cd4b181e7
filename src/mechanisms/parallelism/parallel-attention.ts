/**
 * Self-attention of a transformer layer on t ranks (Shoeybi et al., 2019, Sec. 3, Fig. 3b). Heads do not meet before the
 * output projection, so a rank runs ordinary multi-head attention that merely has fewer heads. Left out: biases, dropout.
 */
import { causal } from '#mechanisms/attention/masks.ts';
import { multiHeadAttention } from '#mechanisms/attention/multi-head.ts';
import type { MultiHeadTrace, MultiHeadWeights } from '#mechanisms/attention/multi-head.ts';
import type { Matrix } from '#mechanisms/numeric/matrix.ts';
import { selfAttentionBackward } from './attention-gradient.ts';
import type { AttentionGradients } from './attention-gradient.ts';
import type { ConjugatePair } from './conjugate-operators.ts';
import { cutRows, evenly } from './sharded-matrix.ts';
import type { TensorParallelGroup } from './tensor-parallel-group.ts';

export interface ParallelAttentionTrace {
  /** The input on every rank, s×h. */
  readonly X: readonly Matrix[];
  /** Each rank's own heads, and its part of the output. */
  readonly own: readonly MultiHeadTrace[];
  readonly Z: readonly Matrix[];
}

// #region parallel-attention
/** Rank i's share: the Q, K and V columns of its a/t heads, and the rows of W^O that those heads' outputs meet. */
export function cutAttention({ WQ, WK, WV, WO }: MultiHeadWeights, t: number): MultiHeadWeights[] {
  const WOs = cutRows(WO, t);
  return evenly(WQ.length, t).map(({ start, end }, i) => ({
    WQ: WQ.slice(start, end),
    WK: WK.slice(start, end),
    WV: WV.slice(start, end),
    WO: WOs[i]!,
  }));
}

/** Causal self-attention: every rank attends with its own heads over all s tokens, then the parts are summed. */
export function parallelAttention(
  input: readonly Matrix[],
  W: readonly MultiHeadWeights[],
  { enter, leave }: ConjugatePair,
  group: TensorParallelGroup,
): ParallelAttentionTrace {
  const X = enter.forward(input, group);
  const own = W.map((Wi, i) => multiHeadAttention(X[i]!, X[i]!, Wi, { mask: causal }));
  const parts = own.map(({ output }) => output); // s×h, different on every rank
  return { X, own, Z: leave.forward(parts, group) };
}
// #endregion parallel-attention

/** The gradients of the input and, on each rank, of its own heads' weights. */
export function parallelAttentionBackward(
  { X, own }: ParallelAttentionTrace,
  W: readonly MultiHeadWeights[],
  dZ: readonly Matrix[],
  { enter, leave }: ConjugatePair,
  group: TensorParallelGroup,
): { dX: Matrix[]; gradients: AttentionGradients[] } {
  const d = leave.backward(dZ, group);
  const gradients = W.map((Wi, i) => selfAttentionBackward(own[i]!, X[i]!, Wi, d[i]!));
  const parts = gradients.map(({ dX }) => dX);
  return { dX: enter.backward(parts, group), gradients };
}
