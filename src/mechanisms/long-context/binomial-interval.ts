/** What k successes in n trials say about the rate behind them. */

/** P(X ≥ k) for X the successes of n independent trials of probability p. */
export function upperTail(n: number, k: number, p: number): number {
  let sum = 0;
  for (let i = k; i <= n; i++) sum += pointMass(n, i, p);
  return Math.min(1, sum);
}

/** P(X = k), by logarithms: n may be thousands. */
export function pointMass(n: number, k: number, p: number): number {
  if (p <= 0 || p >= 1) return (p <= 0 ? k === 0 : k === n) ? 1 : 0;
  let log = k * Math.log(p) + (n - k) * Math.log1p(-p);
  for (let i = 1; i <= Math.min(k, n - k); i++) log += Math.log((n - i + 1) / i);
  return Math.exp(log);
}

// #region clopper-pearson
/**
 * The exact interval of Clopper and Pearson (1934): all rates for which neither so many successes nor so few would be
 * rarer than (1 − confidence)/2.
 */
export function rateInterval(k: number, n: number, confidence = 0.95): readonly [number, number] {
  const rare = (1 - confidence) / 2;
  const low = k === 0 ? 0 : solve((p) => upperTail(n, k, p) - rare);
  const high = k === n ? 1 : solve((p) => rare - (1 - upperTail(n, k + 1, p)));
  return [low, high];
}
// #endregion clopper-pearson

/** The zero of a rising function on [0, 1], by halving. */
function solve(f: (p: number) => number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
