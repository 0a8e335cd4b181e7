/**
 * Stall-free batching with chunked prefills (Sarathi-Serve, Algorithm 3, Sec. 4.2).
 *
 * Modelled: a static token budget τ per iteration; decodes first, so none is ever paused; then the prompt that is
 * partly done; then new prompts, cut to what is left of τ. Memory for a whole prompt is taken on admission, as in the
 * authors' code. Left out: micro-batches of a pipeline. Choosing τ: token-budget.ts.
 */
import type { Policy } from '#mechanisms/serving/iteration-plan.ts';

/**
 * Schedules with token budget `tau`, keeping at most `maxBatch` requests running. Throws a RangeError unless
 * 1 ≤ maxBatch ≤ tau, without which the decodes alone could break the budget.
 */
export function sarathiServe(tau: number, maxBatch = tau): Policy {
  if (!(maxBatch >= 1 && maxBatch <= tau)) throw new RangeError(`${maxBatch} decodes do not fit a budget of ${tau}`);
  // #region stall-free-batching
  return (plan) => {
    for (const sequence of plan.decoding) plan.decode(sequence);
    for (const sequence of plan.prefilling) plan.prefill(sequence, tau - plan.tokens);
    for (const sequence of plan.waiting) {
      if (plan.admitted === maxBatch || !plan.admit(sequence, tau - plan.tokens)) break;
    }
  };
  // #endregion stall-free-batching
}
