import { faultFree } from '#mechanisms/pipeline/recycle-cost.ts';
import type { RecycleSetup } from '#mechanisms/pipeline/recycle.ts';

/** The worked example of the talk (SOSP slides 13–25): W1_2 is dead and its micro-batches are only rerouted. */
export const rerouted: RecycleSetup = {
  D: 3,
  p: 4,
  m: 6,
  tF: 1,
  tBInput: 1,
  tBWeight: 1,
  tOpt: 3,
  failed: [{ pipeline: 1, stage: 2 }],
  decoupledBackProp: false,
  staggeredOptimizer: false,
};

/** The same example before the failure: 1F1B. */
export const healthy = faultFree(rerouted);

/** With Decoupled BackProp. */
export const decoupled: RecycleSetup = { ...rerouted, decoupledBackProp: true };

/** With all three techniques: the whole of ReCycle. */
export const recycled: RecycleSetup = { ...decoupled, staggeredOptimizer: true };
