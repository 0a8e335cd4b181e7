/**
 * How long a WKV channel remembers, and what that takes. A weighted average forgets in two ways: by decay, and by
 * dilution, as each new token takes its share. Left out: the bonus u, several layers handing information on, and
 * everything that training may learn to do with them.
 */

/** Tokens after which a channel's old state has lost half its weight to decay alone: ln 2 / w. */
export const wkvHalfLife = (w: number): number => Math.LN2 / w;

// #region key-to-hold
/** Σ_{j<n} e^{−jw}: what n later tokens with key 0 have put into the denominator. */
function laterWeight(n: number, w: number): number {
  return w === 0 ? n : Math.expm1(-n * w) / Math.expm1(-w);
}

/**
 * The key with which a token still holds half the weight after n more tokens with key 0:
 * e^{k − nw} = Σ e^{−jw}. With w = 0 it is ln n; with w > 0 it grows as n·w.
 */
export function keyToHold(n: number, w: number): number {
  return n * w + Math.log(laterWeight(n, w));
}
// #endregion key-to-hold

// #region initial-decay
/**
 * The decay that channel i of d in layer l of L starts training with (App. E). The paper gives −5 + 8(i/(d−1))^…, which
 * is negative where w ≥ 0 is asked; the released code takes e to that power, and so does this.
 */
export function initialDecay(i: number, d: number, l: number, L: number): number {
  return Math.exp(-5 + 8 * (i / (d - 1)) ** (0.7 + (1.3 * l) / (L - 1)));
}
// #endregion initial-decay
