/**
 * Retention (RetNet §2.1): attention without softmax, in which the token n − m places ago counts γ^{n−m} times. One
 * function of Q, K, V in three ways to compute it: all at once, token by token, chunk by chunk. One head; Q and K come
 * already rotated (see rotary-retention.ts). Left out: the projections, and the rescalings of scores and of D (§2.2),
 * which change the three by different factors that only GroupNorm takes out again.
 */
import { Matrix } from '#mechanisms/numeric/matrix.ts';

export interface RetentionInput {
  readonly Q: Matrix; // (N, d_k)
  readonly K: Matrix; // (N, d_k)
  readonly V: Matrix; // (N, d_v)
  readonly gamma: number; // in (0, 1], fixed
}

/** Row n as a 1×d matrix. */
const nth = (X: Matrix, n: number): Matrix => X.sliceRows(n, n + 1);

// #region parallel-retention
/** D (N×N) of Eq. 5: γ^{n−m} where m ≤ n, else 0. Causal mask and decay in one. */
export function decayMatrix(N: number, gamma: number): Matrix {
  return Matrix.from(N, N, (n, m) => (n >= m ? gamma ** (n - m) : 0));
}

/** Eq. 5: (QKᵀ ⊙ D)V, all tokens at once. `weights` is QKᵀ ⊙ D, `output` N×d_v. */
export function parallelRetention({ Q, K, V, gamma }: RetentionInput) {
  const D = decayMatrix(Q.rows, gamma);
  const weights = Q.times(K.transpose()).map((score, n, m) => score * D.at(n, m));
  return { weights, output: weights.times(V) };
}
// #endregion parallel-retention

// #region recurrent-retention
/**
 * Eq. 6 from S_0 = 0: S_n = γS_{n−1} + K_nᵀV_n, and Q_nS_n.
 * `states` are S_1 … S_N, each d_k×d_v; `output` is N×d_v.
 */
export function recurrentRetention({ Q, K, V, gamma }: RetentionInput) {
  const states: Matrix[] = [];
  const output: number[][] = [];
  let S = new Matrix(K.cols, V.cols);
  for (let n = 0; n < K.rows; n++) {
    const [q, k, v] = [nth(Q, n), nth(K, n), nth(V, n)] as const;
    S = S.scale(gamma).plus(k.transpose().times(v));
    states.push(S);
    output.push(q.times(S).row(0));
  }
  return { states, output: Matrix.of(output) };
}
// #endregion recurrent-retention

/** What one chunk computes. */
export interface Chunk {
  readonly start: number; // its first token
  readonly inner: Matrix; // (B, d_v), from the chunk's own tokens
  readonly cross: Matrix; // (B, d_v), from everything before the chunk
  readonly R: Matrix; // (d_k, d_v), handed to the next chunk
}

// #region chunkwise-retention
/** Eq. 7: parallel within chunks of B tokens, recurrent between them; a last one may be shorter. */
export function chunkwiseRetention({ Q, K, V, gamma }: RetentionInput, B: number) {
  const chunks: Chunk[] = [];
  let R = new Matrix(K.cols, V.cols);
  for (const start of startsOf(K.rows, B)) {
    const q = Q.sliceRows(start, start + B); // Q_[i]
    const k = K.sliceRows(start, start + B);
    const v = V.sliceRows(start, start + B);
    const inner = parallelRetention({ Q: q, K: k, V: v, gamma }).output;
    const cross = q.times(R).map((value, j) => value * gamma ** (j + 1)); // ⊙ ξ
    const aged = v.map((value, j) => value * gamma ** (v.rows - 1 - j)); // V ⊙ ζ
    const written = k.transpose().times(aged);
    R = written.plus(R.scale(gamma ** v.rows));
    chunks.push({ start, inner, cross, R });
  }
  const rows = chunks.flatMap(({ inner, cross }) => inner.plus(cross).toRows());
  return { chunks, output: Matrix.of(rows) };
}
// #endregion chunkwise-retention

/** The first tokens of chunks of B. Throws a RangeError unless B is a whole number ≥ 1. */
function startsOf(N: number, B: number): number[] {
  if (!(Number.isInteger(B) && B >= 1)) throw new RangeError(`a chunk holds at least one token, not ${B}`);
  return Array.from({ length: Math.ceil(N / B) }, (_, i) => i * B);
}
