/**
 * The operations that a training step of a GPT is credited with when its speed is given in FLOP/s: the formula of
 * Megatron-LM that FlashAttention-2 uses (§4.2). Counted: products with weights and the two products of attention,
 * forward and backward. Left out: everything else, and what recomputation repeats.
 */
export interface GptShape {
  readonly parameters: number;
  readonly layers: number;
  /** Hidden dimension. */
  readonly hidden: number;
}

/** The GPT-3 models of FlashAttention-2's Table 1; layers and hidden dimensions as in GPT-3's Table 2.1. */
export const gpt3Shapes = {
  '1.3B': { parameters: 1.3e9, layers: 24, hidden: 2048 },
  '2.7B': { parameters: 2.7e9, layers: 32, hidden: 2560 },
} as const satisfies Record<string, GptShape>;

// #region model-flops
/** 6 · seqlen · parameters + 12 · layers · hidden · seqlen²; `causal` halves the second term, as a mask halves the work. */
export function modelFlops({ parameters, layers, hidden }: GptShape, seqlen: number, causal = false): number {
  const attention = 12 * layers * hidden * seqlen ** 2;
  return 6 * seqlen * parameters + (causal ? attention / 2 : attention);
}
// #endregion model-flops
