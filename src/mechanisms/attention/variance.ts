import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { entropy, softmax, steepestSlope } from './softmax.ts';

/**
 * Why the scores are divided by √d_k (§3.2.1, footnote 4). If the components of q and k are independent with mean 0 and
 * variance 1, then q·k = Σ q_c k_c has mean 0 and variance d_k; a softmax fed with scores that far apart puts all its
 * weight on one key, and its gradient vanishes. Modelled: random, untrained q and k, here normal. Left out: everything
 * that training does to them.
 */

export interface ScoreDraw {
  readonly dk: number;
  /** Keys per row. */
  readonly keys: number;
  /** Rows: each draws its own query and its own keys. */
  readonly rows: number;
  readonly seed: number;
}

/** What the softmax makes of rows of scores, averaged over the rows. */
export interface Saturation {
  /** Variance of the scores after scaling by τ. */
  readonly variance: number;
  /** Mean entropy of the softmax row, in nats: at most ln keys. */
  readonly entropy: number;
  /** Mean of the largest entry of the row's softmax Jacobian: at most 1/4. */
  readonly slope: number;
}

// #region draw-scores
/** Unscaled dot products q·k, rows×keys, of queries and keys whose d_k components have mean 0 and variance 1. */
export function drawScores({ dk, keys, rows, seed }: ScoreDraw): Matrix {
  const { normal } = createRandom(seed);
  const draw = (): number[] => Array.from({ length: dk }, normal);
  const scores = Array.from({ length: rows }, () => {
    const q = draw();
    return Array.from({ length: keys }, () => draw().reduce((sum, k, c) => sum + q[c]! * k, 0));
  });
  return Matrix.of(scores);
}
// #endregion draw-scores

// #region growing-scores
/**
 * The same queries and keys seen at several widths: component c is the same number at every width, so that scores grow
 * term by term as d_k grows. One matrix rows×keys for each of `widths`, which must ascend.
 */
export function growingScores(widths: readonly number[], { keys, rows, seed }: Omit<ScoreDraw, 'dk'>): Matrix[] {
  const { normal } = createRandom(seed);
  const widest = widths.at(-1) ?? 0;
  const scores = widths.map(() => new Matrix(rows, keys));
  for (let row = 0; row < rows; row++) {
    const q = Array.from({ length: widest }, normal);
    for (let key = 0; key < keys; key++) {
      let [sum, c] = [0, 0];
      widths.forEach((dk, w) => {
        for (; c < dk; c++) sum += q[c]! * normal(); // q_c k_c
        scores[w]!.set(row, key, sum);
      });
    }
  }
  return scores;
}
// #endregion growing-scores

// #region saturation
/** Variance, entropy and steepest slope of softmax(τ · scores); τ = 1 is the unscaled softmax, 1/√d_k the paper's. */
export function saturation(scores: Matrix, tau: number): Saturation {
  const scaled = scores.scale(tau).toRows();
  const weights = scaled.map(softmax);
  const all = scaled.flat();
  const centre = mean(all);
  return {
    variance: mean(all.map((score) => (score - centre) ** 2)),
    entropy: mean(weights.map(entropy)),
    slope: mean(weights.map(steepestSlope)),
  };
}
// #endregion saturation

function mean(x: readonly number[]): number {
  return x.reduce((sum, value) => sum + value, 0) / x.length;
}
