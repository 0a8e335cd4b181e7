/**
 * How large a GPT is, and how many floating-point operations one iteration of its training takes: only matrix products
 * are counted, a multiplication and an addition as two (Korthikanti et al., 2022, App. A). The MLP is 4h wide; the output
 * layer shares the embedding table. Left out: causal masking, which would spare half of the attention matrix.
 */
export interface GptShape {
  /** L: layers. */
  readonly L: number;
  /** h: width. */
  readonly h: number;
  /** a: attention heads. */
  readonly a: number;
  /** s: sequence length. */
  readonly s: number;
  /** v: vocabulary, padding included. */
  readonly v: number;
}

/** Parameters: 12h² of weights and 13h of biases and norms a layer, the tables of words and positions, a last norm. */
export function gptParameters({ L, h, s, v }: GptShape): number {
  const attention = 4 * h * h + 4 * h;
  const mlp = 8 * h * h + 5 * h;
  const norms = 4 * h;
  return L * (attention + mlp + norms) + (v + s) * h + 2 * h;
}

// #region gpt-flops
/** Forward FLOPs of one layer on B sequences, by part. Q, K, V and the output projection are `linear` with the MLP. */
export function layerFlops({ h, s }: GptShape, B: number): { linear: number; attentionCore: number } {
  const projections = 6 * B * s * h * h + 2 * B * s * h * h; // Q, K, V; output
  const mlp = 16 * B * s * h * h;
  const attentionCore = 2 * B * s * s * h + 2 * B * s * s * h; // QKᵀ; weights times V
  return { linear: projections + mlp, attentionCore };
}

/** What the backward pass recomputes: nothing, the attention core only, or every layer. */
export type Recomputation = 'none' | 'selective' | 'full';

/**
 * FLOPs of a forward and a backward pass on B sequences. The backward pass costs twice the forward pass; what is
 * recomputed is added once. With 'none' these are the model FLOPs, Eq. (7): 72BLsh²(1 + s/6h + v/12hL).
 */
export function iterationFlops(shape: GptShape, B: number, recomputation: Recomputation = 'none'): number {
  const { linear, attentionCore } = layerFlops(shape, B);
  const logits = 2 * B * shape.s * shape.h * shape.v;
  const again = { none: 0, selective: attentionCore, full: linear + attentionCore }[recomputation];
  return 3 * (shape.L * (linear + attentionCore) + logits) + shape.L * again;
}
// #endregion gpt-flops

/**
 * The hardware FLOPs of selective recomputation as Eq. (8) prints them: 72BLsh²(1 + s/3h + v/12hL), that is, the attention
 * core of the model FLOPs twice over. The appendix's own words, one more forward pass of the core, give a third of that
 * surcharge (`iterationFlops(…, 'selective')`); the paper's HFU and its 2.7% follow the equation.
 */
export function hardwareFlopsOfEquation8(shape: GptShape, B: number): number {
  return iterationFlops(shape, B) + 3 * shape.L * layerFlops(shape, B).attentionCore;
}
