/**
 * Request-level (static) batching, as FasterTransformer behind a dynamic batcher does it: a batch is formed once and
 * runs until its last request has finished (the baseline of Orca; decode-prioritising in Sarathi-Serve).
 *
 * Modelled: the batch shrinks as requests finish, nobody joins. Left out: padding, and returning results only when
 * the whole batch has drained.
 */
import type { Policy } from '#mechanisms/serving/iteration-plan.ts';

/** Serves at most `maxBatch` requests at a time, each with memory for `maxLength` tokens (or more, if it needs them). */
export function requestLevel(maxBatch: number, maxLength = 0): Policy {
  // #region request-level
  return (plan) => {
    for (const sequence of plan.decoding) plan.decode(sequence);
    if (plan.admitted > 0) return;
    for (const sequence of plan.waiting.slice(0, maxBatch)) {
      const { prompt, output } = sequence.request;
      if (!plan.admit(sequence, Infinity, Math.max(maxLength, prompt + output))) break;
    }
  };
  // #endregion request-level
}
