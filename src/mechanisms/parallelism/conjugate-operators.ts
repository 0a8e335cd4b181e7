/**
 * Where a block that is cut over t ranks meets the rest of the layer, Megatron-LM inserts one operator at its entrance
 * and one at its exit (Shoeybi et al., 2019, Sec. 3, Fig. 3 and Code 1). Each does in the backward pass what its partner
 * does in the forward pass: the gradient of copying is summing, and the gradient of summing is copying.
 */
import type { Matrix } from '#mechanisms/numeric/matrix.ts';
import type { TensorParallelGroup } from './tensor-parallel-group.ts';

/** An operator on tensors that live on t ranks: [rank] to [rank]. */
export interface Operator {
  forward(parts: readonly Matrix[], group: TensorParallelGroup): Matrix[];
  backward(gradients: readonly Matrix[], group: TensorParallelGroup): Matrix[];
}

/** What stands at the entrance and at the exit of a tensor-parallel block. */
export interface ConjugatePair {
  readonly enter: Operator;
  readonly leave: Operator;
}

// #region conjugate-operators
/** f: forward nothing, for every rank has the whole input; backward an all-reduce, for each knows part of its gradient. */
export const f: Operator = {
  forward: (X) => [...X],
  backward: (dX, group) => group.allReduce(dX, 'backward'),
};

/** g: forward an all-reduce of the ranks' partial sums; backward nothing, for a sum hands its gradient to every addend. */
export const g: Operator = {
  forward: (Z, group) => group.allReduce(Z, 'forward'),
  backward: (dZ) => [...dZ],
};

export const tensorParallel: ConjugatePair = { enter: f, leave: g };
// #endregion conjugate-operators
