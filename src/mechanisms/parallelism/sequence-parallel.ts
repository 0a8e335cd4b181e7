/**
 * Sequence parallelism (Korthikanti et al., 2022, Sec. 4.2.2): between the tensor-parallel blocks a rank holds s/t of the
 * tokens instead of all. Only the operators at the blocks' ends change. Left out: the all-gather that is run once more
 * in the backward pass because the gathered input of a block is not kept; it is hidden behind computation.
 */
import type { ConjugatePair, Operator } from './conjugate-operators.ts';

// #region sequence-parallel
/** The paper's g: forward every rank gets all tokens; backward each gets its tokens' slice of the summed gradient. */
export const g: Operator = {
  forward: (slices, group) => group.allGatherRows(slices, 'forward'),
  backward: (dX, group) => group.reduceScatterRows(dX, 'backward'),
};

/** The paper's ḡ: forward each rank gets its tokens' slice of the sum; backward every rank gets all tokens' gradients. */
export const gBar: Operator = {
  forward: (partial, group) => group.reduceScatterRows(partial, 'forward'),
  backward: (dSlices, group) => group.allGatherRows(dSlices, 'backward'),
};

export const sequenceParallel: ConjugatePair = { enter: g, leave: gBar };
// #endregion sequence-parallel
