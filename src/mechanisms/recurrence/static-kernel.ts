/**
 * The rival of selection on Selective Copying: a time-invariant model, which is a convolution with a fixed kernel
 * whatever its Δ, A, B, C and N (Mamba, Eq. 3). It reads data token k by weighing each token by its lag, how many
 * places before the end it lies. Random placement makes that lag vary, "and cannot be modeled by static convolution
 * kernels" (§3.1). Left out: nonlinear layers around the convolution, such as the gates that bring S4 from 18.3 to 56.4
 * in Table 1.
 */
import { bestColour, type CopyingTask } from './selective-copying.ts';

// #region lag-distribution
/**
 * P(data token k lies at lag ℓ), ℓ = 0 … L − 1, for K tokens placed at random: with p = L − 1 − ℓ places before it,
 * C(p, k)·C(ℓ, K − 1 − k) / C(L, K). k counts from 0. For plain Copying it is 1 at a single lag.
 */
export function lagDistribution({ L, K, placement }: CopyingTask, k: number): number[] {
  return Array.from({ length: L }, (_, lag) => {
    const place = L - 1 - lag;
    if (placement === 'start') return place === k ? 1 : 0;
    return (choose(place, k) * choose(lag, K - 1 - k)) / choose(L, K);
  });
}
// #endregion lag-distribution

/** Binomial coefficient C(n, r). */
function choose(n: number, r: number): number {
  let ways = 1;
  for (let i = 1; i <= r; i++) ways *= (n - r + i) / i;
  return r > n ? 0 : ways;
}

// #region least-squares-kernel
/**
 * The kernel w (L) that reads data token k with the least expected squared error Σ_c (score_c − 1[c is right])²: no Δ
 * and no size of state gives a fixed kernel with a smaller one. For random placement its normal equations are (aI +
 * b𝟏𝟏ᵀ)w = r, with b = P(lags ℓ ≠ m hold one colour), a + b = P(lag ℓ holds data), r_ℓ = P(it holds the right colour).
 */
export function leastSquaresKernel(task: CopyingTask, k: number): number[] {
  const { L, K, colours, placement } = task;
  if (placement === 'start' || K === L) return lagDistribution(task, k); // the lag is known: error 0
  const b = (K * (K - 1)) / (L * (L - 1)) / colours;
  const a = K / L - b;
  const r = lagDistribution(task, k).map((p) => p + (K / L - p) / colours);
  const total = r.reduce((sum, value) => sum + value, 0) / (a + b * L); // Σ w
  return r.map((value) => (value - b * total) / a);
}
// #endregion least-squares-kernel

/** Reads a strip with a kernel (L): each colour's score is the sum of the weights of the lags where it lies. */
export function readWithKernel({ colours }: CopyingTask, kernel: readonly number[], strip: readonly number[]) {
  const scores = Array.from({ length: colours }, (_, i) =>
    strip.reduce((sum, token, t) => sum + (token === i + 1 ? kernel[strip.length - 1 - t]! : 0), 0),
  );
  return { scores, answer: bestColour(scores) };
}
