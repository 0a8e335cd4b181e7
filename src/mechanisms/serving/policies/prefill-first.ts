/**
 * Iteration-level scheduling that prefers prefills, as vLLM did when Sarathi-Serve appeared: whenever a waiting prompt
 * fits into memory, an iteration of whole prompts runs and every decode waits; otherwise all decodes run.
 *
 * Modelled: memory allocated for the prompt only, then block by block, with preemption. Left out: the watermark of
 * blocks that vLLM keeps free on admission.
 */
import type { Policy } from '#mechanisms/serving/iteration-plan.ts';

/** Keeps at most `maxBatch` requests running and puts at most `maxTokens` prompt tokens (at least one prompt) in a batch. */
export function prefillFirst(maxBatch: number, maxTokens = Infinity): Policy {
  // #region prefill-first
  return (plan) => {
    for (const sequence of plan.waiting) {
      const overflows = plan.tokens > 0 && plan.tokens + sequence.pending > maxTokens;
      if (overflows || plan.admitted === maxBatch || !plan.admit(sequence)) break;
    }
    if (plan.entries.length > 0) return;
    for (const sequence of plan.decoding) plan.decode(sequence);
  };
  // #endregion prefill-first
}
