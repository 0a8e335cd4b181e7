/**
 * Where retention comes from (RetNet §2.1, Eqs. 1–4): a linear recurrence whose transition A multiplies by γ and turns
 * by θ. Powers of A then split into a part that goes with the query and a part that goes with the key, and the turn
 * becomes a rotary position. Complex numbers are written as pairs of reals: columns 2c and 2c + 1 are one of them. Left
 * out: one γ per component (the paper, too, goes on with a scalar), and Λ, which the projections absorb.
 */
import { Matrix } from '#mechanisms/numeric/matrix.ts';

/** A real pair turned by an angle: multiplication by e^{iφ}. */
const turn = (a: number, b: number, phi: number) => [
  a * Math.cos(phi) - b * Math.sin(phi),
  a * Math.sin(phi) + b * Math.cos(phi),
];

// #region rotate-by-position
/** X (N×2C) with pair c of row n turned by n·θ_c: X_n e^{inθ}, Θ in Eq. 5. */
export function rotateByPosition(X: Matrix, theta: readonly number[]): Matrix {
  const rotate = (row: readonly number[], n: number) =>
    theta.flatMap((angle, c) => turn(row[2 * c]!, row[2 * c + 1]!, n * angle));
  return Matrix.of(X.toRows().map(rotate));
}
// #endregion rotate-by-position

/** A = γe^{iθ} as a real 2C×2C matrix: a row times A is the row with each pair shrunk by γ and turned by θ_c. */
export function transition(gamma: number, theta: readonly number[]): Matrix {
  const A = new Matrix(2 * theta.length, 2 * theta.length);
  theta.forEach((angle, c) => {
    const [cos, sin] = turn(gamma, 0, angle) as [number, number];
    A.set(2 * c, 2 * c, cos);
    A.set(2 * c + 1, 2 * c + 1, cos);
    A.set(2 * c, 2 * c + 1, sin);
    A.set(2 * c + 1, 2 * c, -sin);
  });
  return A;
}

/** Eq. 1 with any transition A (d×d): s_n = A s_{n−1} + K_nᵀv_n, o_n = Q_n s_n. The output is N×d_v. */
export function linearRecurrence(A: Matrix, Q: Matrix, K: Matrix, V: Matrix): Matrix {
  let s = new Matrix(K.cols, V.cols);
  const rows = Array.from({ length: K.rows }, (_, n) => {
    s = A.times(s).plus(
      K.sliceRows(n, n + 1)
        .transpose()
        .times(V.sliceRows(n, n + 1)),
    );
    return Q.sliceRows(n, n + 1)
      .times(s)
      .row(0);
  });
  return Matrix.of(rows);
}
