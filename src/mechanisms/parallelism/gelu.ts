const c = Math.sqrt(2 / Math.PI);
const inner = (x: number): number => Math.tanh(c * (x + 0.044715 * x ** 3));

/** GeLU(x) = x·Φ(x) in the tanh form that GPT-2 uses (Hendrycks & Gimpel, 2016); off the exact one by less than 10⁻³. */
export function gelu(x: number): number {
  return 0.5 * x * (1 + inner(x));
}

/** GeLU′(x). */
export function geluSlope(x: number): number {
  const T = inner(x);
  return 0.5 * (1 + T) + 0.5 * x * (1 - T * T) * c * (1 + 3 * 0.044715 * x ** 2);
}
