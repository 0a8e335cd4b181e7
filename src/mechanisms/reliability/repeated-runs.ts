/**
 * What asking N times does to accuracy, where an incident is one of two devices and a run is right with probability p.
 *
 * Modelled: incidents that differ in p, from clear to misleading, as a Beta distribution. Left out: more than two
 * suspects, and runs that depend on one another.
 */
import { meanRanks } from './rank-of-ranks.ts';
import type { Random } from '#mechanisms/numeric/random.ts';

// #region majority
/** The probability that mean ranks put the right one of two devices first after N runs, N odd: that most runs do. */
export function rightAfter(N: number, p: number): number {
  let sum = 0;
  for (let k = (N + 1) / 2; k <= N; k++) sum += choose(N, k) * p ** k * (1 - p) ** (N - k);
  return sum;
}
// #endregion majority

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);

/** The same by playing it: the share of `trials` in which N runs, each right with probability p, rank the right device first. */
export function playRuns(N: number, p: number, trials: number, random: Random): number {
  let right = 0;
  for (let t = 0; t < trials; t++) {
    const runs = Array.from({ length: N }, () => {
      const sure = 0.5 + random.next() / 2;
      return random.next() < p ? [sure, 1 - sure] : [1 - sure, sure];
    });
    const [first, second] = meanRanks(runs) as [number, number];
    if (first < second) right++;
  }
  return right / trials;
}

export interface Accuracy {
  /** Over all incidents. */
  readonly mean: number;
  /** Standard deviation of the accuracy on X incidents from one evaluation to the next. */
  readonly spread: number;
}

/** Accuracy with N runs on X incidents whose p is distributed as Beta(a, b): exact, as every moment of a Beta is. */
export function accuracyAfter(N: number, a: number, b: number, X: number): Accuracy {
  // rightAfter is a polynomial; `wins` are its terms' coefficients by the number of runs that are right.
  const wins = Array.from({ length: N + 1 }, (_, k) => (2 * k > N ? choose(N, k) : 0));
  const moment = (right: number, wrong: number) => (rising(a, right) * rising(b, wrong)) / rising(a + b, right + wrong);
  const mean = wins.reduce((sum, c, k) => sum + c * moment(k, N - k), 0);
  const square = wins.reduce(
    (sum, c, k) => sum + wins.reduce((inner, d, j) => inner + c * d * moment(k + j, 2 * N - k - j), 0),
    0,
  );
  return { mean, spread: Math.sqrt((mean - square) / X) };
}

/** x(x + 1)…(x + n − 1). */
const rising = (x: number, n: number): number => Array.from({ length: n }, (_, i) => x + i).reduce((a, b) => a * b, 1);
