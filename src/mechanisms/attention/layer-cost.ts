/**
 * Table 1 of "Attention Is All You Need" (§4) as functions: what a layer that maps n vectors of width d to n vectors of
 * width d costs. Each number is the term inside the paper's O(·), without its constant, so values may be compared as
 * n, d, k and r grow, not converted to seconds. Convolutions are dilated, as in the table: contiguous kernels need n/k layers.
 */

export interface LayerSize {
  /** n: sequence length. */
  readonly n: number;
  /** d: representation width. */
  readonly d: number;
  /** k: kernel width of convolutions, at least 2. */
  readonly k: number;
  /** r: size of the neighbourhood in restricted self-attention. */
  readonly r: number;
}

export interface LayerCost {
  /** Complexity per layer, in operations. */
  readonly complexity: number;
  /** Operations that must wait for one another. */
  readonly sequentialOperations: number;
  /** The most steps a signal takes between any two positions, over as many layers as that needs. */
  readonly maximumPathLength: number;
}

export type LayerType = 'self-attention' | 'recurrent' | 'convolutional' | 'restricted-self-attention';

// #region table-1
/** The rows of Table 1, in the paper's order. */
export const layerCosts: Readonly<Record<LayerType, (size: LayerSize) => LayerCost>> = {
  'self-attention': ({ n, d }) => ({ complexity: n * n * d, sequentialOperations: 1, maximumPathLength: 1 }),
  recurrent: ({ n, d }) => ({ complexity: n * d * d, sequentialOperations: n, maximumPathLength: n }),
  convolutional: ({ n, d, k }) => ({
    complexity: k * n * d * d,
    sequentialOperations: 1,
    maximumPathLength: Math.log(n) / Math.log(k),
  }),
  'restricted-self-attention': ({ n, d, r }) => ({
    complexity: r * n * d,
    sequentialOperations: 1,
    maximumPathLength: n / r,
  }),
};
// #endregion table-1

/** k·n·d + n·d²: a separable convolution (§4, after the table). */
export function separableConvolutionComplexity({ n, d, k }: Pick<LayerSize, 'n' | 'd' | 'k'>): number {
  return k * n * d + n * d * d;
}
