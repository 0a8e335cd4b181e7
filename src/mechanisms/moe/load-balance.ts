import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { softmax } from '#mechanisms/attention/softmax.ts';

/**
 * The losses that keep experts evenly used: GShard's (Algorithm 1, line 13) and Switch Transformer's (Eqs. 4–6). Both
 * multiply, expert by expert, a share of tokens that cannot be differentiated by a mean gate that can.
 */

/** The mean of each column of the gates g, S×E: GShard's m_e, Switch's P_i. */
export function meanGates(g: Matrix): number[] {
  return Array.from({ length: g.cols }, (_, e) => g.col(e).reduce((sum, gate) => sum + gate, 0) / g.rows);
}

/** How many tokens hold each expert highest: c_e of the first pass. Ties go to the lower index. */
export function favourites(g: Matrix): number[] {
  const count = Array.from({ length: g.cols }, () => 0);
  for (const row of g.toRows()) count[row.indexOf(Math.max(...row))]!++;
  return count;
}

// #region auxiliary-loss
/**
 * ℓ_aux = (1/E) Σ_e (c_e/S)·m_e: the mean square of the shares c_e/S, one of the two factors replaced by the mean gate
 * m_e, through which the gradient flows. 1/E² when shares and gates are even, 1/E when one expert takes all.
 */
export function auxiliaryLoss(c: readonly number[], m: readonly number[], S: number): number {
  return c.reduce((sum, count, e) => sum + (count / S) * m[e]!, 0) / c.length;
}
// #endregion auxiliary-loss

// #region switch-balance-loss
/**
 * loss = α·N·Σ_i f_i·P_i over N experts (Eq. 4): f_i is the share of the T tokens whose largest probability is i, P_i
 * the mean probability of i. The factor N makes it α at uniform routing whatever N is. `p` is T×N.
 */
export function switchBalanceLoss(p: Matrix, alpha: number): number {
  const f = favourites(p).map((count) => count / p.rows);
  const P = meanGates(p);
  return alpha * p.cols * f.reduce((sum, share, i) => sum + share * P[i]!, 0);
}
// #endregion switch-balance-loss

// #region balance-gradient
/**
 * ∂loss/∂h, T×N, for router logits h with p = softmax(h) and f held fixed: α·(N/T)·p_ti·(f_i − Σ_j f_j p_tj). An expert
 * with more tokens than its rivals is pushed down by every token, in proportion to the probability that it has there.
 */
export function balanceGradient(h: Matrix, alpha: number): Matrix {
  const p = Matrix.of(h.toRows().map(softmax));
  const f = favourites(p).map((count) => count / p.rows);
  return Matrix.of(
    p.toRows().map((row) => {
      const expected = row.reduce((sum, probability, j) => sum + probability * f[j]!, 0); // Σ_j f_j p_tj
      return row.map((probability, i) => ((alpha * p.cols) / p.rows) * probability * (f[i]! - expected));
    }),
  );
}
// #endregion balance-gradient
