/**
 * The MLP of a transformer layer on t ranks (Shoeybi et al., 2019, Sec. 3, Fig. 3a): A is cut by columns and B by rows,
 * so that nothing has to be sent between the two products. Left out: biases, and the dropout that follows.
 */
import type { Matrix } from '#mechanisms/numeric/matrix.ts';
import type { ConjugatePair } from './conjugate-operators.ts';
import { gelu, geluSlope } from './gelu.ts';
import { cutColumns, cutRows, evenly } from './sharded-matrix.ts';
import type { TensorParallelGroup } from './tensor-parallel-group.ts';

/** The whole MLP (A is h×4h, B is 4h×h), or one rank's share of it (h×4h/t and 4h/t×h). */
export interface MlpWeights {
  readonly A: Matrix;
  readonly B: Matrix;
}

/** What the forward pass leaves on each rank for the backward pass. */
export interface MlpTrace {
  /** The input on every rank, b·s×h. */
  readonly X: readonly Matrix[];
  /** XA_i, b·s×4h/t. */
  readonly XA: readonly Matrix[];
  /** Y_i = GeLU(XA_i), b·s×4h/t. */
  readonly Y: readonly Matrix[];
  /** Y_i·B_i before they are summed: b·s×h, different on every rank. */
  readonly partial: readonly Matrix[];
  /** The output. */
  readonly Z: readonly Matrix[];
}

// #region parallel-mlp
/** Rank i's share: columns of A, and the rows of B that meet them. */
export function cutMlp({ A, B }: MlpWeights, t: number): MlpWeights[] {
  const [As, Bs] = [cutColumns(A, t), cutRows(B, t)];
  return As.map((Ai, i) => ({ A: Ai, B: Bs[i]! }));
}

/** Z = Σ_i GeLU(XA_i)·B_i. */
export function parallelMlp(
  input: readonly Matrix[],
  W: readonly MlpWeights[],
  { enter, leave }: ConjugatePair,
  group: TensorParallelGroup,
): MlpTrace {
  const X = enter.forward(input, group);
  const XA = W.map(({ A }, i) => X[i]!.times(A));
  const Y = XA.map((XAi) => XAi.map(gelu)); // elementwise: a rank needs no one else's columns
  const partial = W.map(({ B }, i) => Y[i]!.times(B));
  return { X, XA, Y, partial, Z: leave.forward(partial, group) };
}
// #endregion parallel-mlp

// #region parallel-mlp-backward
/** The gradients of the input and, on each rank, of its own A_i and B_i: weight gradients are never sent. */
export function parallelMlpBackward(
  { X, XA, Y }: MlpTrace,
  W: readonly MlpWeights[],
  dZ: readonly Matrix[],
  { enter, leave }: ConjugatePair,
  group: TensorParallelGroup,
): { dX: Matrix[]; dA: Matrix[]; dB: Matrix[] } {
  const d = leave.backward(dZ, group);
  const dB = Y.map((Yi, i) => Yi.transpose().times(d[i]!));
  const dXA = W.map(({ B }, i) => d[i]!.times(B.transpose()).map((dy, r, c) => dy * geluSlope(XA[i]!.at(r, c))));
  const dA = dXA.map((own, i) => X[i]!.transpose().times(own));
  const partial = W.map(({ A }, i) => dXA[i]!.times(A.transpose())); // rank i's part of dX
  return { dX: enter.backward(partial, group), dA, dB };
}
// #endregion parallel-mlp-backward

/**
 * The cut that the paper rejects: A by rows and X by columns, so that XA = Σ_i X_i A_i is complete on no rank. With
 * `wait` the ranks all-reduce it before GeLU and the result is right; without, each takes GeLU of its own addend.
 */
export function rowFirstMlp(X: Matrix, { A, B }: MlpWeights, group: TensorParallelGroup, wait: boolean): Matrix {
  const columns = evenly(A.cols, group.t);
  const addends = cutRows(A, group.t).map((Ai, i) => cutColumns(X, group.t)[i]!.times(Ai)); // b·s×4h
  const Y = wait
    ? group.allReduce(addends, 'forward').map((XA) => XA.map(gelu))
    : group.allReduce(
        addends.map((XAi) => XAi.map(gelu)),
        'forward',
      );
  const partial = cutRows(B, group.t).map((Bi, i) => Y[i]!.sliceCols(columns[i]!.start, columns[i]!.end).times(Bi));
  return group.allReduce(partial, 'forward')[0]!;
}
