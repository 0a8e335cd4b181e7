/**
 * How large the paper's encoder–decoder is and what its training cost, counted from the configurations of §3 and §5.
 * Counted: weight matrices, the biases of the feed-forward networks, layer norms, and one embedding table shared by
 * source, target and the final softmax (§3.4). Left out: nothing that is learned; sinusoidal positions hold no weights.
 */
export interface TransformerShape extends SublayerShape {
  /** N: encoder layers, and as many decoder layers. */
  readonly layers: number;
  /** Entries of the shared vocabulary: about 37,000 for English–German (§5.1). */
  readonly vocabulary: number;
}

/** What decides the size of a sublayer: widths, and how many heads. */
export interface SublayerShape {
  readonly dModel: number;
  readonly dff: number;
  readonly h: number;
  readonly dk: number;
  readonly dv: number;
}

/** The base model of Table 3. */
export const base: TransformerShape = { layers: 6, dModel: 512, dff: 2048, h: 8, dk: 64, dv: 64, vocabulary: 37_000 };

/** The big model, last row of Table 3. */
export const big: TransformerShape = { ...base, dModel: 1024, dff: 4096, h: 16 };

export interface ParameterGroups {
  readonly attention: number;
  readonly ffn: number;
  readonly norm: number;
  readonly embedding: number;
}

// #region transformer-parameters
/** Learned numbers of one sublayer of each sort; an attention has no biases, a feed-forward network has. */
export function sublayerParameters({ dModel, dff, h, dk, dv }: SublayerShape): Omit<ParameterGroups, 'embedding'> {
  const attention = dModel * h * (2 * dk + dv) + h * dv * dModel; // W^Q, W^K, W^V, W^O
  const ffn = dModel * dff + dff + dff * dModel + dModel; // W_1, b_1, W_2, b_2
  const norm = 2 * dModel; // scale and shift
  return { attention, ffn, norm };
}

/** Learned numbers: an encoder layer holds one attention and one FFN, a decoder layer two attentions and one FFN. */
export function parameterGroups({ layers, vocabulary, ...shape }: TransformerShape): ParameterGroups {
  const { attention, ffn, norm } = sublayerParameters(shape);
  return {
    attention: layers * (1 + 2) * attention,
    ffn: layers * (1 + 1) * ffn,
    norm: layers * (2 + 3) * norm,
    embedding: vocabulary * shape.dModel,
  };
}

export function transformerParameters(shape: TransformerShape): number {
  const { attention, ffn, norm, embedding } = parameterGroups(shape);
  return attention + ffn + norm + embedding;
}
// #endregion transformer-parameters

/** Sustained FLOP/s that the paper assumes of a P100 (footnote 5). */
export const p100Sustained = 9.5e12;

/** The paper's estimate of training cost: seconds × GPUs × sustained FLOP/s (§6.1, footnote 5). Not a measurement. */
export function trainingFlops(seconds: number, gpus: number, sustained = p100Sustained): number {
  return seconds * gpus * sustained;
}
