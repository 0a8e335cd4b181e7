/**
 * Which machine differs from its peers, and keeps differing (Minder, Sec. 4 as told by secondary notes).
 *
 * Modelled: windows, distances between machines, the similarity threshold and the continuity rule, metrics one after
 * another. Stand-ins: a moving average for the paper's LSTM-VAE, and a Z-score over machines for the normalisation,
 * which no source of ours shows.
 */
import type { Traces } from './machine-metrics.ts';

export interface Rule {
  /** Seconds of a window; windows follow one another without overlap. */
  readonly window: number;
  /** θ: how many standard deviations a machine's distance must stand out. */
  readonly threshold: number;
  /** Seconds for which the same machine must remain the candidate. */
  readonly continuity: number;
}

/** Windows of 8 s and four minutes as in the paper; the threshold fits our Z-score. */
export const minderRule: Rule = { window: 8, threshold: 3, continuity: 240 };

export interface Alert {
  readonly machine: number;
  /** The second at which it is raised. */
  readonly at: number;
}

/** Each value replaced by the mean of itself and up to `reach` values on either side. */
export function smooth(trace: Float64Array, reach: number): Float64Array {
  return trace.map((_, t) => {
    const part = trace.subarray(Math.max(0, t - reach), t + reach + 1);
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  });
}

// #region distances
/** ‖e_i − e_k‖₂ for every two machines over the seconds [from, to). */
export function distances(traces: Traces, from: number, to: number): number[][] {
  const windows = traces.map((trace) => trace.subarray(from, to));
  return windows.map((a) => windows.map((b) => Math.sqrt(a.reduce((sum, value, t) => sum + (value - b[t]!) ** 2, 0))));
}

/** How far each machine's d_i, the sum of its distances to all others, stands above the mean, in standard deviations. */
export function scores(matrix: readonly (readonly number[])[]): number[] {
  const d = matrix.map((row) => row.reduce((a, b) => a + b, 0));
  const mean = d.reduce((a, b) => a + b, 0) / d.length;
  const deviation = Math.sqrt(d.reduce((sum, value) => sum + (value - mean) ** 2, 0) / d.length) || 1;
  return d.map((value) => (value - mean) / deviation);
}
// #endregion distances

/** The largest score that any of M machines can have: all others alike and one apart. */
export const highestScore = (M: number): number => Math.sqrt(M - 1);

/** Every window's scores, by window and machine. */
export function scoresByWindow(traces: Traces, window: number): number[][] {
  const count = Math.floor(traces[0]!.length / window);
  return Array.from({ length: count }, (_, w) => scores(distances(traces, w * window, (w + 1) * window)));
}

// #region continuity
/** Alerts on one metric: whenever the same machine has been the candidate of every window for the whole `continuity`. */
export function alerts(byWindow: readonly (readonly number[])[], { window, threshold, continuity }: Rule): Alert[] {
  const raised: Alert[] = [];
  let candidate: number | undefined;
  let since = 0;
  byWindow.forEach((scores, w) => {
    const highest = Math.max(...scores);
    const now = highest > threshold ? scores.indexOf(highest) : undefined;
    if (now !== candidate) [candidate, since] = [now, w];
    const lasted = (w + 1 - since) * window;
    // Once for each stretch: in the window in which it has lasted long enough.
    if (candidate !== undefined && lasted >= continuity && lasted - window < continuity)
      raised.push({ machine: candidate, at: (w + 1) * window });
  });
  return raised;
}
// #endregion continuity

/** The first alert, metric by metric in the order given; undefined where the job is healthy. */
export function detect(metrics: readonly Traces[], rule: Rule, reach = 2): Alert | undefined {
  for (const traces of metrics) {
    const smoothed = traces.map((trace) => smooth(trace, reach));
    const [first] = alerts(scoresByWindow(smoothed, rule.window), rule);
    if (first) return first;
  }
  return undefined;
}

/** The probability that M healthy machines, each window naming one at random with probability q, name the same r times in a row. */
export const chanceRun = (q: number, M: number, r: number): number => q ** r / M ** (r - 1);

/** F₁ = 2PR/(P + R). */
export const f1 = (P: number, R: number): number => (2 * P * R) / (P + R);
