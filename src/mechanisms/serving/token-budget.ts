/**
 * Choosing Sarathi-Serve's token budget τ: the most tokens that a batch can hold without breaking the target for TBT
 * (Sec. 4.3). The authors profile; here the roofline is asked. Left out: tile quantisation, by which real GPUs prefer
 * multiples of the tile.
 */
import { attentionMath, kvBytesPerToken, linearTime, type Hardware, type Model } from '#mechanisms/serving/cost.ts';

/** The load that a budget must bear: the tokens of all running requests together, and of the longest one. */
export interface Load {
  readonly kvTokens: number;
  readonly longest: number;
}

// #region iteration-bound
/**
 * Seconds that no batch of at most τ tokens exceeds under the load: the linear layers over τ tokens, every one of
 * them attending to the longest request, and the whole cache read once.
 */
export function iterationBound(tau: number, { kvTokens, longest }: Load, model: Model, gpu: Hardware): number {
  const math = attentionMath(tau * longest, model, gpu);
  const memory = (kvBytesPerToken(model) * kvTokens) / gpu.bandwidth;
  return gpu.overhead + linearTime(tau, model, gpu) + math + memory;
}

/** The largest whole τ whose bound keeps to `target` seconds between tokens; 0 if even one token breaks it. */
export function tokenBudget(target: number, load: Load, model: Model, gpu: Hardware): number {
  const keeps = (tau: number): boolean => iterationBound(tau, load, model, gpu) <= target;
  let [low, high] = [0, 1]; // low keeps to the target (or is 0); high is doubled until it does not
  while (keeps(high)) [low, high] = [high, 2 * high];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (keeps(middle)) low = middle;
    else high = middle;
  }
  return low;
}
// #endregion iteration-bound
