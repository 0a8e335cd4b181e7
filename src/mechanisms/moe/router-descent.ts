import { softmax } from '#mechanisms/attention/softmax.ts';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { balanceGradient } from './load-balance.ts';

/**
 * A router trained on nothing but the balance loss of Switch Transformer (Eqs. 4–6), by plain gradient descent. In real
 * training the loss of the task pulls as well, and decides which of many even routings is found.
 */

/** Router logits h(x) = W_r·x for every token: x is T×d, W_r is N×d, the result T×N. */
export const routerLogits = (x: Matrix, Wr: Matrix): Matrix => x.times(Wr.transpose());

/** Router probabilities, T×N (Eq. 1). */
export const routerProbabilities = (x: Matrix, Wr: Matrix): Matrix =>
  Matrix.of(routerLogits(x, Wr).toRows().map(softmax));

// #region router-step
/** One step downhill: W_r ← W_r − η·(∂loss/∂h)ᵀ·x. */
export function balanceStep(Wr: Matrix, x: Matrix, alpha: number, learningRate: number): Matrix {
  const slope = balanceGradient(routerLogits(x, Wr), alpha); // T×N
  return Wr.plus(slope.transpose().times(x).scale(-learningRate)); // N×d
}
// #endregion router-step

/** The router before, between and after so many steps. */
export function balanceRouter(Wr: Matrix, x: Matrix, alpha: number, learningRate: number, steps: number): Matrix[] {
  const trail = [Wr];
  for (let step = 0; step < steps; step++) trail.push(balanceStep(trail[step]!, x, alpha, learningRate));
  return trail;
}
