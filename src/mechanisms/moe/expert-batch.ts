/** How many tokens an expert gets in decoding, and how much of its GPU they keep busy (MegaScale-Infer, Sec. 2.3 and 4.2). */

export interface Sparsity {
  /** E: experts of a layer. */
  readonly experts: number;
  /** K: experts that each token goes to. */
  readonly topK: number;
}

// #region utilisation
/** b_e: tokens of a batch that each expert gets when all are asked alike. */
export const tokensPerExpert = (batch: number, { experts, topK }: Sparsity): number => (batch * topK) / experts;

/**
 * Share of its peak that a GPU reaches on the FFN of so many tokens; `ridge` = F/B is the peak FLOP/s over the bytes/s of
 * its memory: with two bytes a weight, a weight read is used in two operations for each token.
 */
export const ffnUtilisation = (tokens: number, ridge: number): number => Math.min(tokens / ridge, 1);
// #endregion utilisation

/** The shape of the attention side; bf16 throughout. */
export interface AttentionSide {
  readonly layers: number;
  readonly hidden: number;
  /** g: query heads that share a key-value head. */
  readonly group: number;
  /** Bytes of one attention node's memory. */
  readonly memory: number;
}

// #region kv-limit
/**
 * Requests of s tokens whose KV cache one attention node holds (the constraint 4·m·b_a·s·h·L/g + 2·P_a < C_a of
 * Sec. 4.2): m·b_a, rounded down. P_a, its weights, are those of Q, K, V and O.
 */
export function requestsHeld({ layers, hidden, group, memory }: AttentionSide, s: number): number {
  const weights = layers * hidden ** 2 * (2 + 2 / group); // Q and O are h×h, K and V h×h/g
  return Math.floor((memory - 2 * weights) / ((4 * s * hidden * layers) / group));
}
// #endregion kv-limit

/** Coefficients of the profiled times T_a = k1·b_a + k2 and T_e = k3·b_e + k4 (Sec. 4.2). */
export interface Profile {
  readonly k1: number;
  readonly k2: number;
  readonly k3: number;
  readonly k4: number;
}

/** n_a = k1·E/(k3·K): attention nodes at which both sides take as long, the constants left out. */
export const balancedNodes = ({ k1, k3 }: Profile, { experts, topK }: Sparsity): number => (k1 * experts) / (k3 * topK);
