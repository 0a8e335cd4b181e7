/**
 * Iteration-level scheduling with whole prompts and decodes in one batch (Orca, Algorithm 1).
 *
 * Modelled: first come, first served; memory for a request's `max_tokens` slots is reserved when it is first
 * scheduled, so it is never preempted. Left out: pipelining over n_workers. `max_tokens` is taken as the exact length,
 * which favours Orca.
 */
import type { Policy } from '#mechanisms/serving/iteration-plan.ts';

/** Runs at most `maxBatch` requests per iteration. */
export function orca(maxBatch: number): Policy {
  // #region orca
  return (plan) => {
    for (const sequence of plan.decoding) plan.decode(sequence);
    for (const sequence of plan.waiting) {
      const { prompt, output } = sequence.request;
      if (plan.admitted === maxBatch || !plan.admit(sequence, Infinity, prompt + output)) break;
    }
  };
  // #endregion orca
}
