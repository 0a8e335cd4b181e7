import { ffnParameters, swigluWidth } from './swiglu.ts';

/**
 * The four models of the LLaMA paper (Table 2), and their parameters counted from the architecture of §2.2. The paper
 * prints neither the vocabulary nor the rounding of the hidden width: both are those of the released models.
 */
export interface LlamaShape {
  readonly name: string;
  /** Parameters as Table 2 prints them. */
  readonly printed: number;
  readonly d: number;
  readonly layers: number;
  /** Tokens read in training. */
  readonly D: number;
  /** A100-80GB hours of its training (Table 15). */
  readonly gpuHours: number;
}

export const llamaModels: readonly LlamaShape[] = [
  { name: '7B', printed: 6.7e9, d: 4096, layers: 32, D: 1.0e12, gpuHours: 82_432 },
  { name: '13B', printed: 13.0e9, d: 5120, layers: 40, D: 1.0e12, gpuHours: 135_168 },
  { name: '33B', printed: 32.5e9, d: 6656, layers: 60, D: 1.4e12, gpuHours: 530_432 },
  { name: '65B', printed: 65.2e9, d: 8192, layers: 80, D: 1.4e12, gpuHours: 1_022_362 },
];

const vocabulary = 32_000;
const widthMultiple = 256;

// #region llama-parameters
/** Learned numbers: two vocabulary tables; per layer four d×d matrices, SwiGLU, two gains. */
export function llamaParameters({ d, layers }: LlamaShape): number {
  const attention = 4 * d * d; // W^Q, W^K, W^V, W^O of all heads
  const ffn = ffnParameters(3, d, swigluWidth(d, widthMultiple));
  const finalGain = d;
  return 2 * vocabulary * d + layers * (attention + ffn + 2 * d) + finalGain;
}
// #endregion llama-parameters

/** Tokens that a GPU processed per second, from the hours of Table 15. */
export const tokensPerGpuSecond = ({ D, gpuHours }: LlamaShape): number => D / (gpuHours * 3600);
