/**
 * A synthetic KV cache with one known property: within a layer and channel, neighbouring tokens resemble each other.
 * Each channel is a first-order autoregressive process with a mean and a spread of its own. Real caches have outliers
 * and structure between channels; those are left out.
 */
import type { Random } from '../numeric/random.ts';

export interface CacheShape {
  layers: number;
  channels: number;
  tokens: number;
}

/** values[layer][channel][token]. */
export type Cache = readonly (readonly Float64Array[])[];

/** A channel of `tokens` values: x_t − μ = ρ (x_{t−1} − μ) + √(1 − ρ²) σ ε_t, so that every token has the variance σ². */
export function correlatedChannel(
  tokens: number,
  rho: number,
  mu: number,
  sigma: number,
  random: Random,
): Float64Array {
  let z = sigma * random.normal();
  return Float64Array.from({ length: tokens }, (_, t) => {
    if (t > 0) z = rho * z + Math.sqrt(1 - rho * rho) * sigma * random.normal();
    return mu + z;
  });
}

/** A cache whose channels differ in mean and spread (log-normal around 1.5), with correlation ρ between neighbours. */
export function correlatedCache({ layers, channels, tokens }: CacheShape, rho: number, random: Random): Cache {
  const channel = () => {
    const [mu, sigma] = [2 * random.normal(), 1.5 * Math.exp(0.6 * random.normal())];
    return correlatedChannel(tokens, rho, mu, sigma, random);
  };
  return Array.from({ length: layers }, () => Array.from({ length: channels }, channel));
}

/**
 * How large differences to the first token of a group of `group` are, beside the values themselves: the mean over the
 * group of Var(x_{a+k} − x_a) / σ² = 2 (1 − ρ^k), k = 1 … group − 1.
 */
export function varianceOfDeltas(rho: number, group: number): number {
  let sum = 0;
  for (let k = 1; k < group; k++) sum += 2 * (1 - rho ** k);
  return sum / (group - 1);
}
