/** The activations that gates and step sizes of recurrent models are made of, computed without overflow. */

/** σ(z) = 1 / (1 + e⁻ᶻ), the gate's squashing: any real to (0, 1). */
export function sigmoid(z: number): number {
  return z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));
}

/** softplus(z) = ln(1 + eᶻ), Mamba's τ_Δ (§3.2): any real to a positive step size. */
export function softplus(z: number): number {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}

/** The z whose softplus is `y`: ln(eʸ − 1). Throws a RangeError unless y > 0, for softplus reaches nothing else. */
export function inverseSoftplus(y: number): number {
  if (!(y > 0)) throw new RangeError(`softplus is positive: it never gives ${y}`);
  return y + Math.log(-Math.expm1(-y));
}
