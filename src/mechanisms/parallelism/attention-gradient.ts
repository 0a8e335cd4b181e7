/** The backward pass of self-attention: the multi-head attention of "Attention Is All You Need", differentiated. */
import type { AttentionTrace } from '#mechanisms/attention/scaled-dot-product.ts';
import type { MultiHeadTrace, MultiHeadWeights } from '#mechanisms/attention/multi-head.ts';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { evenly } from './sharded-matrix.ts';

/** Gradients of a self-attention's input and weights, in the shapes of what they are gradients of. */
export interface AttentionGradients extends MultiHeadWeights {
  readonly dX: Matrix;
}

/** Backward through softmax(QKᵀ/√d_k)V: n×d_k, n×d_k and n×d_v from dO, n×d_v. A masked score has weight 0, so gradient 0. */
export function headBackward({ weights: P }: AttentionTrace, Q: Matrix, K: Matrix, V: Matrix, dO: Matrix) {
  const dP = dO.times(V.transpose());
  const D = P.toRows().map((p, i) => p.reduce((sum, weight, j) => sum + weight * dP.at(i, j), 0));
  const dS = P.map((p, i, j) => (p * (dP.at(i, j) - D[i]!)) / Math.sqrt(Q.cols));
  return { dQ: dS.times(K), dK: dS.transpose().times(Q), dV: P.transpose().times(dO) };
}

/** Backward through multi-head self-attention, given its forward trace on X, n×h, and dOut, n×h. */
export function selfAttentionBackward(
  { heads, concat }: MultiHeadTrace,
  X: Matrix,
  W: MultiHeadWeights,
  dOut: Matrix,
): AttentionGradients {
  const dConcat = dOut.times(W.WO.transpose());
  const own = evenly(concat.cols, heads.length);
  const through = heads.map((head, i) => {
    const [Q, K, V] = [X.times(W.WQ[i]!), X.times(W.WK[i]!), X.times(W.WV[i]!)];
    return headBackward(head, Q, K, V, dConcat.sliceCols(own[i]!.start, own[i]!.end));
  });
  const dX = through
    .flatMap(({ dQ, dK, dV }, i) => [
      dQ.times(W.WQ[i]!.transpose()),
      dK.times(W.WK[i]!.transpose()),
      dV.times(W.WV[i]!.transpose()),
    ])
    .reduce((sum, part) => sum.plus(part), new Matrix(X.rows, X.cols));
  const XT = X.transpose();
  return {
    dX,
    WQ: through.map(({ dQ }) => XT.times(dQ)),
    WK: through.map(({ dK }) => XT.times(dK)),
    WV: through.map(({ dV }) => XT.times(dV)),
    WO: concat.transpose().times(dOut),
  };
}
