/**
 * Weights of an encoder–decoder Transformer some of whose feed-forward layers are sets of experts: how many are stored
 * and how many one pass uses. Left out: biases, normalisation, positions.
 */

export interface ExpertTransformer {
  /** Layers of the encoder, and as many of the decoder. */
  readonly layers: number;
  readonly dModel: number;
  readonly dFF: number;
  /** Width of all heads together: heads × d_kv. */
  readonly dAttention: number;
  /** Input matrices of a feed-forward layer: 1, or 2 where it is gated (GEGLU). */
  readonly inputs: 1 | 2;
  readonly experts: number;
  /** One feed-forward layer in so many is a set of experts. */
  readonly every: 1 | 2;
  /** Rows of the embedding tables; 0 leaves them out. */
  readonly vocabulary: number;
}

// #region stored-weights
/** All weights: attention (once a layer in the encoder, twice in the decoder), dense layers, experts, routers, embedding. */
export function storedWeights(model: ExpertTransformer): number {
  const { layers, dModel, dAttention, experts, every, vocabulary } = model;
  const expertLayers = (2 * layers) / every;
  const attention = 3 * layers * 4 * dModel * dAttention;
  const feedForward = (2 * layers - expertLayers + expertLayers * experts) * feedForwardWeights(model);
  const routers = experts > 1 ? expertLayers * dModel * experts : 0;
  return attention + feedForward + routers + vocabulary * dModel;
}

/** The weights that a token of the source and a token of the target use together when each visits k experts a layer. */
export function usedWeights(model: ExpertTransformer, k: number): number {
  return storedWeights(model) - ((2 * model.layers) / model.every) * (model.experts - k) * feedForwardWeights(model);
}
// #endregion stored-weights

/** One feed-forward layer: its input matrices and its output matrix. */
export function feedForwardWeights({ dModel, dFF, inputs }: ExpertTransformer): number {
  return (inputs + 1) * dModel * dFF;
}

/**
 * A model of GShard's Table 1 (widths from Appendix A.2; `layers` counts encoder and decoder together as the table does).
 * Two vocabularies, 64,000 on the source side and 32,000 on the target side.
 */
export function gshardModel(experts: number, layers: number): ExpertTransformer {
  return {
    layers: layers / 2,
    dModel: 1024,
    dFF: 8192,
    dAttention: 16 * 128,
    inputs: 1,
    experts,
    every: 2,
    vocabulary: 64_000 + 32_000,
  };
}

/** Models of Switch Transformer's Table 9, as printed there, with T5's table of 32,128 tokens. */
export const switchModels = {
  'Switch-Base': table9(12, 768, 2048, 12, 2, 128, 2),
  'Switch-Large': table9(24, 1024, 2816, 16, 2, 128, 2),
  'Switch-XXL': table9(24, 4096, 10240, 64, 2, 64, 2),
  'Switch-C': table9(15, 2080, 6144, 32, 1, 2048, 1),
};

function table9(
  layers: number,
  dModel: number,
  dFF: number,
  heads: number,
  inputs: 1 | 2,
  experts: number,
  every: 1 | 2,
): ExpertTransformer {
  return { layers, dModel, dFF, dAttention: heads * 64, inputs, experts, every, vocabulary: 32_128 };
}
