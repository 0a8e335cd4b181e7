import { marginalRatio, smallestSize, tokensForLoss } from './loss-fit.ts';
import type { LossFit } from './loss-fit.ts';

/**
 * What a model costs over its life: training once and serving T tokens. A token takes 2 FLOPs per parameter on the way
 * forward and 4 on the way back. LLaMA argues so in words (§1); the sum is that of Sardana et al. (arXiv:2401.00448).
 * Left out: the attention's own n² term, that serving uses hardware worse than training, memory, the price of data.
 */
export interface TrainedModel {
  /** Parameters. */
  readonly N: number;
  /** Tokens read in training. */
  readonly D: number;
}

// #region lifetime-compute
/** C_train = 6ND, in FLOPs. */
export const trainingCompute = ({ N, D }: TrainedModel): number => 6 * N * D;

/** C = 6ND + 2NT: training once, then T tokens in and out of the served model. */
export function lifetimeCompute(model: TrainedModel, T: number): number {
  return trainingCompute(model) + 2 * model.N * T;
}

/** T* = 3(N₁D₁ − N₂D₂)/(N₂ − N₁): the small model has earned its training back. */
export function breakEvenTokens(small: TrainedModel, large: TrainedModel): number {
  if (!(small.N < large.N)) throw new RangeError('only a smaller model serves for less');
  return (3 * (small.N * small.D - large.N * large.D)) / (large.N - small.N);
}
// #endregion lifetime-compute

/** A model of N parameters trained as long as a loss takes. */
export const trainedTo = (fit: LossFit, N: number, target: number): TrainedModel => ({
  N,
  D: tokensForLoss(fit, N, target),
});

// #region cheapest-model
/**
 * Of all models with this loss, the one of least 6ND + 2NT. Along the curve of equal loss
 * that is where ρ = marginalRatio(N, D) = 1 + T/3D. A smaller model has a larger ρ, so
 * halving the interval of log N finds it.
 */
export function cheapestModel(fit: LossFit, target: number, T: number): TrainedModel {
  let [low, high] = [Math.log(smallestSize(fit, target)), Math.log(1e15)];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    const { N, D } = trainedTo(fit, Math.exp(middle), target);
    if (marginalRatio(fit, N, D) > 1 + T / (3 * D)) low = middle;
    else high = middle;
  }
  return trainedTo(fit, Math.exp(high), target);
}
// #endregion cheapest-model
