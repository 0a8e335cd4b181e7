/**
 * How low the training loss gets with N parameters and D tokens: the parametric form that Hoffmann et al. (2022) fitted
 * to the Chinchilla runs. It is an empirical curve of one data set; no constant in it comes from LLaMA.
 */
export interface LossFit {
  /** The loss that no model goes below. */
  readonly E: number;
  readonly A: number;
  readonly alpha: number;
  readonly B: number;
  readonly beta: number;
}

/** The refit of Besiroglu et al. (2024, arXiv:2404.10102), which agrees with the rule of 20 tokens per parameter. */
export const refit: LossFit = { E: 1.8172, A: 482.01, alpha: 0.3478, B: 2085.43, beta: 0.3658 };

/** The fit as Hoffmann et al. print it (arXiv:2203.15556), its exponents rounded to two digits. */
export const printedFit: LossFit = { E: 1.69, A: 406.4, alpha: 0.34, B: 410.7, beta: 0.28 };

/** The same with one more digit in the exponents, as Sardana et al. reckon with it (arXiv:2401.00448, App. A). */
export const sardanaFit: LossFit = { ...printedFit, alpha: 0.336, beta: 0.283 };

/** L(N, D) = E + A/N^α + B/D^β. */
export function loss({ E, A, alpha, B, beta }: LossFit, N: number, D: number): number {
  return E + A / N ** alpha + B / D ** beta;
}

/** The tokens with which N parameters reach a loss; Infinity where N is too small to reach it with any number. */
export function tokensForLoss({ E, A, alpha, B, beta }: LossFit, N: number, target: number): number {
  const left = target - E - A / N ** alpha; // what the data term may still contribute
  return left > 0 ? (B / left) ** (1 / beta) : Infinity;
}

/** The size below which no amount of data reaches the loss. Throws a RangeError for a loss at or below E. */
export function smallestSize({ E, A, alpha }: LossFit, target: number): number {
  if (target <= E) throw new RangeError(`no model reaches a loss of ${target}: the fit ends at ${E}`);
  return (A / (target - E)) ** (1 / alpha);
}

/** How much more one per cent of parameters lowers the loss than one per cent of tokens: αA/N^α over βB/D^β. */
export function marginalRatio({ A, alpha, B, beta }: LossFit, N: number, D: number): number {
  return (alpha * A * D ** beta) / (beta * B * N ** alpha);
}

/** The tokens that make N the best size for the training compute 6ND: the ratio above is then 1. */
export function trainingOptimalTokens(fit: LossFit, N: number): number {
  return (1 / marginalRatio(fit, N, 1)) ** (1 / fit.beta);
}

/** The size that reaches a loss with a given number of tokens per parameter; halving the interval of log N finds it. */
export function sizeAtRatio(fit: LossFit, tokensPerParameter: number, target: number): number {
  let [low, high] = [smallestSize(fit, target), 1e15];
  for (let step = 0; step < 60; step++) {
    const N = Math.sqrt(low * high);
    if (loss(fit, N, tokensPerParameter * N) > target) low = N;
    else high = N;
  }
  return high;
}
