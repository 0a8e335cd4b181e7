/**
 * BERT's learned numbers, counted from §3. The paper prints L, H, A and a vocabulary of 30,000; 512 positions and two
 * segments are its longest input (Appendix A.2) and its A and B. That the four projections of attention carry biases, that
 * the sum of the embeddings is normalised, and the dense layer on [CLS] come from the released code, as does its 30,522.
 */
import { sublayerParameters } from '#mechanisms/attention/transformer-size.ts';

export interface BertShape {
  /** Layers. */
  readonly L: number;
  /** Hidden size; the feed-forward networks are 4H wide (§3, footnote 3). */
  readonly H: number;
  /** Heads, each H/A wide. */
  readonly A: number;
  readonly vocabulary: number;
}

/** Entries of the released vocabulary; the paper says 30,000. */
const released = 30_522;
export const bertBase: BertShape = { L: 12, H: 768, A: 12, vocabulary: released };
export const bertLarge: BertShape = { L: 24, H: 1024, A: 16, vocabulary: released };

const positions = 512;
const segments = 2;

export const groupNames = ['embedding', 'attention', 'ffn', 'norm', 'pooler'] as const;
export type BertGroups = Record<(typeof groupNames)[number], number>;

// #region bert-parameters
/** Learned numbers by where they stand. An encoder layer is one attention, one FFN and two layer norms. */
export function bertGroups({ L, H, A, vocabulary }: BertShape): BertGroups {
  const width = H / A;
  const { attention, ffn, norm } = sublayerParameters({ dModel: H, dff: 4 * H, h: A, dk: width, dv: width });
  return {
    embedding: (vocabulary + positions + segments) * H,
    attention: L * (attention + 4 * H), // BERT's Q, K, V and O have biases
    ffn: L * ffn,
    norm: (1 + 2 * L) * norm, // one on the embeddings
    pooler: H * H + H, // dense layer on [CLS]
  };
}
// #endregion bert-parameters

/** All learned numbers of the encoder, without the heads of pre-training. */
export const bertParameters = (shape: BertShape): number =>
  Object.values(bertGroups(shape)).reduce((sum, count) => sum + count, 0);

/** Learned numbers of the two heads of pre-training in the released code: words (tied to the embeddings) and IsNext. */
export function pretrainingHeads({ H, vocabulary }: BertShape): number {
  const words = H * H + H + 2 * H + vocabulary; // dense, layer norm, a bias for each word
  const isNext = 2 * H + 2;
  return words + isNext;
}
