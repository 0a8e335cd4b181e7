/**
 * The last step of AMALI (Cao et al., ISCA 2025): a kernel's cycles are the stalls of the interval analysis, the stalls
 * of contention, the latency of the launch and the idling of the sub-cores that have fewer instructions to issue.
 */

/** Coefficients of the launch latency, measured for one GPU. */
export interface LaunchCoefficients {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
}

/** A100 (Sec. 6.2). The constant k of Eq. (27) was not among the numbers at hand. */
export const A100_LAUNCH: LaunchCoefficients = { alpha: 0.0036, beta: 0.0366, gamma: 1.1891 };

/** Eq. (28): cycles that each further thread block adds. BS is taken in warps a block; in threads s would be absurd. */
export function launchSlope({ alpha, beta, gamma }: LaunchCoefficients, BS: number): number {
  return alpha * BS ** 2 + beta * BS + gamma;
}

/** Eq. (27): KLL = s·GS + k for a grid of GS blocks. */
export function launchLatency(coefficients: LaunchCoefficients, BS: number, GS: number, k = 0): number {
  return launchSlope(coefficients, BS) * GS + k;
}

/** The block size, in warps, at which a warp costs least to launch: where s/BS is smallest. Our consequence of (28). */
export const cheapestBlock = ({ alpha, gamma }: LaunchCoefficients): number => Math.sqrt(gamma / alpha);

/** Stalls of the interval analysis and of contention, launch latency, instruction divergence; in cycles. */
export type CycleParts = Readonly<Record<'S_I' | 'S_IP' | 'KLL' | 'I_D', number>>;

// #region divergence
/**
 * Eq. (29): cycles in which the representative warp's sub-core has run out of work
 * and the busiest has not. Throws a RangeError where there is no such sub-core.
 */
export function instructionDivergence(perSubCore: readonly number[], representative: number, issueRate = 1): number {
  const own = perSubCore[representative];
  if (own === undefined) throw new RangeError(`no sub-core ${representative}`);
  return (Math.max(...perSubCore) - own) / issueRate;
}

/** Eq. (16): C = S_I + S_IP + KLL + I_D. */
export function kernelCycles({ S_I, S_IP, KLL, I_D }: CycleParts): number {
  return S_I + S_IP + KLL + I_D;
}
// #endregion divergence
