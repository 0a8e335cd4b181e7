import { topBlocks } from './nsa.ts';
import type { Branch, NsaShape } from './nsa.ts';

/**
 * How many keys (with their values) NSA reads, in tokens: the bound of §5.2 for a decoding step, and what the queries of
 * a whole causal sequence visit in training. A compressed key counts as one. Left out: bytes, which depend on the widths
 * of keys and values, writes, and overlaps between branches, which have keys of their own and read them anyway.
 */
export type Reads = Readonly<Record<Branch, number>>;

export const totalReads = ({ cmp, slc, win }: Reads): number => cmp + slc + win;

// #region decode-reads
/** §5.2: at most ⌊(s − l)/d⌋ + nl′ + w of s cached tokens in a decoding step. */
export function decodeReads(s: number, { l, d, lSel, n, w }: NsaShape): Reads {
  return { cmp: Math.floor((s - l) / d), slc: n * lSel, win: w };
}
// #endregion decode-reads

// #region training-visits
/** What the query with t tokens before and including its own really has to visit; short ones have less. */
export function visits(t: number, { l, d, lSel, n, w }: NsaShape): Reads {
  const cmp = t < l ? 0 : Math.floor((t - l) / d) + 1;
  return { cmp, slc: Math.min(n * lSel, t), win: Math.min(w, t) };
}

/** Visits of all queries of a causal sequence of s tokens: dense attention's over NSA's. */
export function visitRatio(s: number, shape: NsaShape): number {
  let [dense, sparse] = [0, 0];
  for (let t = 1; t <= s; t++) {
    dense += t;
    sparse += totalReads(visits(t, shape));
  }
  return dense / sparse;
}
// #endregion training-visits

// #region cached-tokens
/** Keys that must stay cached: the selection branch may want any token again, compression its blocks, the window w. */
export function cachedTokens(s: number, shape: NsaShape): Reads {
  return { ...visits(s, shape), slc: s };
}
// #endregion cached-tokens

// #region union-of-choices
/** The blocks that a group must load if each head takes its own top n: the union of their choices. */
export function unionOfChoices(perHead: readonly (readonly number[])[], shape: NsaShape): number[] {
  const chosen = new Set(perHead.flatMap((importance) => topBlocks(importance, shape)));
  return [...chosen].toSorted((a, b) => a - b);
}
// #endregion union-of-choices
