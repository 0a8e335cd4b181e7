/** Learned numbers and operations of ViT, counted from Sec. 3.1 and Table 1. */
import { sublayerParameters } from '#mechanisms/attention/transformer-size.ts';

export interface VitShape {
  /** Layers, width, heads: Table 1. The MLP is 4D wide. */
  readonly L: number;
  readonly D: number;
  readonly heads: number;
  /** Side of a patch, in pixels. */
  readonly P: number;
  /** Side of the image, in pixels. */
  readonly side: number;
}

const at224 = { side: 224 };
export const vit = {
  'B/16': { L: 12, D: 768, heads: 12, P: 16, ...at224 },
  'L/16': { L: 24, D: 1024, heads: 16, P: 16, ...at224 },
  'L/32': { L: 24, D: 1024, heads: 16, P: 32, ...at224 },
  'H/14': { L: 32, D: 1280, heads: 16, P: 14, ...at224 },
} as const satisfies Record<string, VitShape>;

const channels = 3;

// #region vit-size
/** N = HW/P². */
export const patchCount = ({ side, P }: Pick<VitShape, 'side' | 'P'>): number => (side / P) ** 2;

/** Learned numbers, with a linear head of so many classes (none unless told). */
export function vitParameters({ L, D, heads, P, side }: VitShape, classes = 0): number {
  const width = D / heads;
  const { attention, ffn, norm } = sublayerParameters({ dModel: D, dff: 4 * D, h: heads, dk: width, dv: width });
  const layer = attention + 4 * D + ffn + 2 * norm; // Q, K, V and O have biases
  const embedding = P * P * channels * D + D; // E and its bias
  const positions = (patchCount({ side, P }) + 1) * D;
  return embedding + D + positions + L * layer + norm + (classes > 0 ? classes * (D + 1) : 0);
}

/** Multiplications with additions for one image: those that grow with the number of tokens, and those that grow with its square. */
export function vitMultiplications({ L, D, P, side }: VitShape): { linear: number; quadratic: number } {
  const n = patchCount({ side, P }) + 1;
  const embedding = (n - 1) * P * P * channels * D;
  return { linear: embedding + L * 12 * n * D * D, quadratic: L * 2 * n * n * D };
}
// #endregion vit-size
