import { sigmoid, softplus } from '#mechanisms/recurrence/activation.ts';
import { composition, runRecurrence } from '#mechanisms/recurrence/affine-recurrence.ts';
import { hillisSteeleScan, workEfficientScan, type ScanLevel } from '#mechanisms/recurrence/associative-scan.ts';
import { zeroOrderHold } from '#mechanisms/recurrence/discretization.ts';
import { causalConvolution, convolutionKernel, runLti } from '#mechanisms/recurrence/state-space-model.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { steps, tail } from './small-example.ts';

/** The paper's three identities on seeded random numbers, each as the largest difference of its two sides. */

const L = 256;
const random = createRandom(7);
const noise = Array.from({ length: L }, () => random.normal());
const largest = (a: readonly number[], b: readonly number[]) =>
  Math.max(...a.map((value, i) => Math.abs(value - b[i]!)));

/** As the page writes it; the minus sign keeps the exponent on its line. */
export const difference = (error: number): string => `差 ${error.toExponential(0).replace('-', '\u2212')}`;

/** Theorem 1: at A = −1, B = 1 and Δ = softplus(z), B̄ is σ(z). */
export const gateError = largest(
  noise.map((z) => zeroOrderHold(softplus(z), -1, 1).BBar),
  noise.map(sigmoid),
);

/** Eq. 2 and Eq. 3: a time-invariant recurrence is a convolution. */
export const convolutionError = largest(runLti(tail, noise).y, causalConvolution(noise, convolutionKernel(tail, L)));

/** §3.3.2: a tree gives the states that the loop gives. */
const random256 = noise.map((b) => ({ a: random.next(), b }));
export const scanError = largest(
  workEfficientScan(composition, random256)
    .at(-1)!
    .values.map(({ b }) => b),
  runRecurrence(random256),
);

const sizeOf = (levels: readonly ScanLevel<unknown>[]) => ({
  rounds: levels.length,
  merges: levels.reduce((sum, level) => sum + level.merges.length, 0),
});

/** Rounds and merges of the page's scan of eight steps, as a loop and as the two trees. */
export const scans = {
  loop: { rounds: steps.length - 1, merges: steps.length - 1 },
  hillisSteele: sizeOf(hillisSteeleScan(composition, steps)),
  workEfficient: sizeOf(workEfficientScan(composition, steps)),
};

/** The states of the page's eight steps. */
export const states = runRecurrence(steps);
