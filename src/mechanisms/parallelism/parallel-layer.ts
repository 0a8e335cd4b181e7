/**
 * A whole transformer layer on t ranks (Shoeybi et al., 2019, Fig. 4), layer norms first as in GPT-2. Between the blocks
 * the operations treat each token by itself, so the same code runs whether a rank holds all tokens there (tensor
 * parallelism: every rank repeats the work) or a slice of them. Left out: dropout, biases.
 */
import { drawWeights, evenShape } from '#mechanisms/attention/multi-head.ts';
import type { MultiHeadWeights } from '#mechanisms/attention/multi-head.ts';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import type { ConjugatePair } from './conjugate-operators.ts';
import { layerNorm, layerNormBackward } from './layer-norm.ts';
import { cutAttention, parallelAttention, parallelAttentionBackward } from './parallel-attention.ts';
import type { ParallelAttentionTrace } from './parallel-attention.ts';
import { cutMlp, parallelMlp, parallelMlpBackward } from './parallel-mlp.ts';
import type { MlpTrace, MlpWeights } from './parallel-mlp.ts';
import type { TensorParallelGroup } from './tensor-parallel-group.ts';

export interface LayerWeights {
  readonly attention: MultiHeadWeights;
  readonly mlp: MlpWeights;
}

/** [rank] */
export interface LayerTrace {
  readonly X: readonly Matrix[];
  readonly attention: ParallelAttentionTrace;
  /** After the first residual addition. */
  readonly middle: readonly Matrix[];
  readonly mlp: MlpTrace;
  readonly output: readonly Matrix[];
}

/** Seeded weights of a layer of width h with a heads and an MLP of 4h. */
export function drawLayer(h: number, a: number, seed: number): LayerWeights {
  const { normal } = createRandom(seed);
  const draw = (rows: number, cols: number) => Matrix.from(rows, cols, () => normal() / Math.sqrt(rows));
  return { attention: drawWeights(evenShape(h, a), seed), mlp: { A: draw(h, 4 * h), B: draw(4 * h, h) } };
}

/** Each rank's share of the layer. */
export function cutLayer({ attention, mlp }: LayerWeights, t: number): LayerWeights[] {
  const [attentions, mlps] = [cutAttention(attention, t), cutMlp(mlp, t)];
  return attentions.map((own, i) => ({ attention: own, mlp: mlps[i]! }));
}

// #region parallel-layer
/** X + attention(LN(X)), then the same with the MLP. X[rank] is what that rank holds between the blocks. */
export function layerForward(
  X: readonly Matrix[],
  W: readonly LayerWeights[],
  pair: ConjugatePair,
  group: TensorParallelGroup,
): LayerTrace {
  const attention = parallelAttention(
    X.map(layerNorm),
    W.map((own) => own.attention),
    pair,
    group,
  );
  const middle = X.map((x, rank) => x.plus(attention.Z[rank]!));
  const mlp = parallelMlp(
    middle.map(layerNorm),
    W.map((own) => own.mlp),
    pair,
    group,
  );
  return { X, attention, middle, mlp, output: middle.map((x, rank) => x.plus(mlp.Z[rank]!)) };
}
// #endregion parallel-layer

/** The gradient of the layer's input on every rank, and each rank's gradients of its own weights. */
export function layerBackward(
  { X, attention, middle, mlp }: LayerTrace,
  W: readonly LayerWeights[],
  dOut: readonly Matrix[],
  pair: ConjugatePair,
  group: TensorParallelGroup,
): { dX: Matrix[]; gradients: LayerWeights[] } {
  const {
    dX: dMlp,
    dA,
    dB,
  } = parallelMlpBackward(
    mlp,
    W.map((own) => own.mlp),
    dOut,
    pair,
    group,
  );
  const dMiddle = dOut.map((d, rank) => d.plus(layerNormBackward(middle[rank]!, dMlp[rank]!)));
  const back = parallelAttentionBackward(
    attention,
    W.map((own) => own.attention),
    dMiddle,
    pair,
    group,
  );
  return {
    dX: dMiddle.map((d, rank) => d.plus(layerNormBackward(X[rank]!, back.dX[rank]!))),
    gradients: back.gradients.map((own, i) => ({ attention: own, mlp: { A: dA[i]!, B: dB[i]! } })),
  };
}
