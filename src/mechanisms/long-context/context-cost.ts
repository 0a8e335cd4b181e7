/** What n tokens of context cost a Transformer whose shape is known: standard accounting, nothing of it from the report. */

export interface ContextShape {
  readonly layers: number;
  /** Hidden width. */
  readonly d: number;
  /** Heads that keep keys and values, each `headWidth` wide. */
  readonly kvHeads: number;
  readonly headWidth: number;
  readonly parameters: number;
}

// #region context-cost
/** Bytes of KV cache: key and value of every layer and head, `bytes` each number. */
export const kvBytes = ({ layers, kvHeads, headWidth }: ContextShape, n: number, bytes = 2): number =>
  2 * n * layers * kvHeads * headWidth * bytes;

/** FLOPs to prefill n tokens: two for each parameter and token, and 2·layers·d·n² for causal scores and their sums. */
export const prefillFlops = ({ layers, d, parameters }: ContextShape, n: number) => ({
  weights: 2 * parameters * n,
  attention: 2 * layers * d * n ** 2,
});

/** Tokens at which attention costs as much as the weights. */
export const evenLength = ({ layers, d, parameters }: ContextShape): number => parameters / (layers * d);
// #endregion context-cost
