/** How large RWKV-4 models are and what generation carries along (Table 2, App. D). Left out: the optimizer, batches. */

/** A model of L layers of width D over a vocabulary of V. */
export interface RwkvSize {
  readonly V: number;
  readonly D: number;
  readonly L: number;
}

/** Weights of the matrices in one layer, in units of D²: r, k, v, o of time mixing; r′ and, four times as wide, k′, v′. */
const matricesPerLayer = 4 + 1 + 4 + 4;

// #region rwkv-size
/** Table 2's caption: 2VD + 13D²L + D(11L + 4); embedding and head are separate. */
export function rwkvParameters({ V, D, L }: RwkvSize): number {
  return 2 * V * D + matricesPerLayer * D ** 2 * L + D * (11 * L + 4);
}

/** FLOPs per token forward: 2 for each weight of a matrix product; looking up an embedding is none. */
export function rwkvFlops({ V, D, L }: RwkvSize): number {
  return 2 * (V * D + matricesPerLayer * D ** 2 * L);
}

/** App. D: x, y, a′, b′ and p of width D in each layer, whatever has been read. */
export function rwkvState({ D, L }: Pick<RwkvSize, 'D' | 'L'>): number {
  return 5 * D * L;
}
// #endregion rwkv-size

// #region tokens-at-most
/**
 * Numbers of so many bits tell 2^{numbers·bits} texts apart; T tokens of V kinds make V^T.
 * The greatest T for which there are enough.
 */
export function tokensAtMost(numbers: number, bits: number, V: number): number {
  return (numbers * bits) / Math.log2(V);
}
// #endregion tokens-at-most
