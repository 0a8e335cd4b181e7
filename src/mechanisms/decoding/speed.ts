/**
 * How much time speculative sampling saves: tokens a round against the time of a round.
 *
 * Modelled: every proposal is kept with the same probability α, independently (Leviathan et al., arXiv 2211.17192,
 * Sec. 3.1; Chen et al. give no formula); K serial steps of the draft and one step of the target. Left out: the
 * examination itself, which is a few comparisons, and positions or contexts that are harder to guess than others.
 */

// #region tokens-per-round
/** Mean tokens a round: 1 + α + α² + … + α^K, the k-th term being the chance that k proposals stand. */
export function expectedTokens(alpha: number, K: number): number {
  return Array.from({ length: K + 1 }, (_, k) => alpha ** k).reduce((sum, term) => sum + term, 0);
}

/** The probabilities that a round emits 1, 2, …, K + 1 tokens. */
export function roundLengths(alpha: number, K: number): number[] {
  return Array.from({ length: K + 1 }, (_, k) => (k < K ? alpha ** k * (1 - alpha) : alpha ** K));
}
// #endregion tokens-per-round

/** Time of one step of each model over n tokens at once, in any one unit. */
export interface StepTimes {
  draft(n: number): number;
  target(n: number): number;
}

export interface Speculation {
  readonly alpha: number;
  /** Proposals a round; 0 is ordinary decoding. */
  readonly K: number;
  /** Sequences decoded together; each needs its own proposals and its own K + 1 positions. */
  readonly batch?: number;
}

// #region speed
/** A round for a batch of B: K draft steps over B tokens, a target step over B(K + 1). */
export function roundTime({ K, batch: B = 1 }: Omit<Speculation, 'alpha'>, { draft, target }: StepTimes): number {
  return K * draft(B) + target(B * (K + 1));
}

/** Time for each sequence to gain a token, on average. */
export function timePerToken(speculation: Speculation, times: StepTimes): number {
  return roundTime(speculation, times) / expectedTokens(speculation.alpha, speculation.K);
}

/** How many times faster than the target alone; below 1 it is slower. */
export function speedup(speculation: Speculation, times: StepTimes): number {
  return timePerToken({ ...speculation, K: 0 }, times) / timePerToken(speculation, times);
}
// #endregion speed

/** The K from 0 to `most` with the least time per token. */
export function bestK(alpha: number, times: StepTimes, most = 32): number {
  const costs = Array.from({ length: most + 1 }, (_, K) => timePerToken({ alpha, K }, times));
  return costs.indexOf(Math.min(...costs));
}

/** The α at which rounds of K proposals emit `tokens` on average, by bisection. Throws unless 1 ≤ tokens ≤ K + 1. */
export function impliedAlpha(tokens: number, K: number): number {
  if (!(tokens >= 1 && tokens <= K + 1)) throw new RangeError(`a round of ${K} emits 1 to ${K + 1}, not ${tokens}`);
  let [low, high] = [0, 1];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (expectedTokens(middle, K) < tokens) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
