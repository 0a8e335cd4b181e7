import {
  breakEvenTokens,
  cheapestModel,
  lifetimeCompute,
  trainedTo,
  trainingCompute,
} from '#mechanisms/scaling/lifetime-compute.ts';
import type { TrainedModel } from '#mechanisms/scaling/lifetime-compute.ts';
import {
  loss,
  refit,
  sardanaFit,
  sizeAtRatio,
  smallestSize,
  trainingOptimalTokens,
} from '#mechanisms/scaling/loss-fit.ts';
import { llamaModels, llamaParameters, tokensPerGpuSecond } from '#mechanisms/transformer-block/llama-size.ts';

/** What the page says in numbers, all of it from the mechanisms. */

/** 13B parameters trained by the rule of 20 tokens a parameter, and LLaMA's smallest size trained to the same loss. */
export const large: TrainedModel = { N: 13e9, D: 20 * 13e9 };
export const target = loss(refit, large.N, large.D);
export const small = trainedTo(refit, 6.7e9, target);
export const breakEven = breakEvenTokens(small, large);
/** How many times the smaller model's training costs the larger one's. */
export const extraTraining = trainingCompute(small) / trainingCompute(large);
/** The size below which the loss is out of reach. */
export const edge = smallestSize(refit, target);

/** Volumes of served tokens that the page compares, and the cheapest model for each. */
export const volumes = [0, 1e12, 10e12] as const;
export const cheapest = volumes.map((T) => cheapestModel(refit, target, T));

/** Total compute of N parameters trained to the page's loss and serving T tokens, over the least that any size needs. */
export function costOverLeast(N: number, T: number): number {
  const least = lifetimeCompute(cheapestModel(refit, target, T), T);
  return lifetimeCompute(trainedTo(refit, N, target), T) / least;
}

/** The comparison of Sardana et al.: 7B in place of 13B at 2T served tokens. */
const theirLarge: TrainedModel = { N: 13e9, D: trainingOptimalTokens(sardanaFit, 13e9) };
const theirSmall = trainedTo(sardanaFit, 7e9, loss(sardanaFit, theirLarge.N, theirLarge.D));
const [before, after] = [lifetimeCompute(theirLarge, 2e12), lifetimeCompute(theirSmall, 2e12)];
export const saved = { flops: before - after, share: 1 - after / before };

/** Table 2 and what follows from it. */
export const models = llamaModels.map((model) => ({
  ...model,
  tokensPerParameter: model.D / model.printed,
  counted: llamaParameters(model),
  speed: tokensPerGpuSecond(model),
}));

/** How large a model trained by the rule of 20 would have to be to match LLaMA-7B, by the fit. */
export const matchOf7B = sizeAtRatio(refit, 20, loss(refit, 6.7e9, 1e12));

/** §2.4: 380 tokens a second on each of 2048 GPUs. */
export const speed65B = 380;
const gpus = 2048;
const day = 86_400;
export const days65B = 1.4e12 / (speed65B * gpus) / day;
/** Share of the A100's 312 TFLOP/s that 6N FLOPs a token amount to. */
export const utilisation = trainingCompute({ N: 65.2e9, D: speed65B }) / 312e12;

/** GPU hours of the four final runs (Table 15), and of 2048 GPUs for five months of 30 days (§6). */
export const finalHours = models.reduce((sum, { gpuHours }) => sum + gpuHours, 0);
export const projectHours = gpus * 5 * 30 * 24;
/** Energy in MWh by the formula of §6: hours × 400 W × a PUE of 1.1. */
const energy = (hours: number): number => (hours * 400 * 1.1) / 1e6;
export const projectEnergy = energy(projectHours);
/** Share of the 2,638 MWh of §6 that the four final runs took. */
export const finalEnergyShare = energy(finalHours) / 2638;

/** In billions and trillions, as the page writes counts. */
export const billions = (value: number, digits = 1): string => (value / 1e9).toFixed(digits);
export const trillions = (value: number, digits = 2): string => (value / 1e12).toFixed(digits);
