import type { Matrix } from '#mechanisms/numeric/matrix.ts';
import { allToAll } from './all-to-all.ts';
import { combineOutputs, combineWeights, dispatch, feedForward, type Expert } from './dispatch.ts';
import type { Routing } from './routing.ts';

/**
 * One expert layer on D devices: device d holds group d of the tokens and expert d (G = E = D). The same steps on every
 * device, as an SPMD program has them; what crosses devices are the two AllToAlls. Left out: the backward pass.
 */

// #region sharded-layer
/** Each group's output, S×M, from its tokens `x` (S×M), its routing, and the experts, one a device. */
export function shardedLayer(x: readonly Matrix[], routings: readonly Routing[], experts: readonly Expert[]): Matrix[] {
  const combine = routings.map(combineWeights); // [g][e], S×C: each device its own group
  const outgoing = x.map((tokens, g) => dispatch(combine[g]!, tokens)); // [g][e], C×M: split along G
  const incoming = allToAll(outgoing); // [e][g], C×M: split along E
  const answers = incoming.map((buffers, e) => buffers.map((rows) => feedForward(rows, experts[e]!)));
  const returned = allToAll(answers); // [g][e]: split along G again
  return returned.map((parts, g) => combineOutputs(combine[g]!, parts));
}
// #endregion sharded-layer
