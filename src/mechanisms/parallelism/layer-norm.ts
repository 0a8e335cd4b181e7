import { Matrix } from '#mechanisms/numeric/matrix.ts';

/**
 * Layer normalization of each row (token) by itself: its mean taken off, its deviation brought to 1. That rows do not
 * meet is what lets a layer's tokens be shared out among ranks. Left out: the learned scale and shift.
 */
const epsilon = 1e-5;

const statistics = (row: readonly number[]) => {
  const mean = row.reduce((sum, x) => sum + x, 0) / row.length;
  const variance = row.reduce((sum, x) => sum + (x - mean) ** 2, 0) / row.length;
  return { mean, deviation: Math.sqrt(variance + epsilon) };
};

/** (x − mean)/deviation, row by row. */
export function layerNorm(X: Matrix): Matrix {
  return Matrix.of(
    X.toRows().map((row) => {
      const { mean, deviation } = statistics(row);
      return row.map((x) => (x - mean) / deviation);
    }),
  );
}

/** The gradient of X from the gradient dY of its layer norm. */
export function layerNormBackward(X: Matrix, dY: Matrix): Matrix {
  const Y = layerNorm(X);
  return Matrix.of(
    dY.toRows().map((dy, i) => {
      const along = dy.reduce((sum, d, j) => sum + d * Y.at(i, j), 0) / dy.length;
      const mean = dy.reduce((sum, d) => sum + d, 0) / dy.length;
      const { deviation } = statistics(X.row(i));
      return dy.map((d, j) => (d - mean - along * Y.at(i, j)) / deviation);
    }),
  );
}
