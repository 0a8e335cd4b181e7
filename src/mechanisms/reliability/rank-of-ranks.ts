/** Which suspect comes first when a ranker that is not sure of itself was asked several times (BiAn, Sec. 4.2). */
import { entropy, softmax } from '#mechanisms/attention/softmax.ts';

/** The scores of all devices in one run. */
export type Scores = readonly number[];

// #region rank-of-ranks
/** rank(d) of each device in one run, 1 for the highest score; equals share the mean of their places. */
export function ranks(scores: Scores): number[] {
  return scores.map((score) => {
    const above = scores.filter((other) => other > score).length;
    const equal = scores.filter((other) => other === score).length;
    return above + (equal + 1) / 2;
  });
}

/** r̄_d: the mean of each device's ranks over the runs. The device with the least is first. */
export const meanRanks = (runs: readonly Scores[]): number[] => means(runs.map(ranks));

/** What it takes the place of: the mean of the scores themselves. */
export const meanScores = (runs: readonly Scores[]): number[] => means(runs);
// #endregion rank-of-ranks

const means = (runs: readonly Scores[]): number[] =>
  runs[0]!.map((_, d) => runs.reduce((sum, run) => sum + run[d]!, 0) / runs.length);

/** Devices in the order in which an operator should look at them: by mean rank, equals by number. */
export function suspects(runs: readonly Scores[]): number[] {
  const mean = meanRanks(runs);
  return [...mean.keys()].sort((a, b) => mean[a]! - mean[b]! || a - b);
}

/** Below this entropy Stage 1 answers at once (Sec. 6.3). The paper does not say to which base; here nats. */
export const STOP_BELOW = 0.75;

// #region early-stop
/** Whether the scores, which add up to 1, are concentrated enough to stop after Stage 1 (Sec. 4.4). */
export const stopsEarly = (scores: Scores): boolean => entropy(scores) < STOP_BELOW;

/** The devices that Stage 2 looks at: the likeliest by softmax until they hold the share p (Sec. 4.2). */
export function topP(scores: Scores, p: number): number[] {
  const weights = softmax(scores);
  const order = [...weights.keys()].sort((a, b) => weights[b]! - weights[a]!);
  const kept: number[] = [];
  for (let held = 0; held < p && kept.length < order.length;) {
    const next = order[kept.length]!;
    kept.push(next);
    held += weights[next]!;
  }
  return kept;
}
// #endregion early-stop
