/**
 * Names for blocks of KV cache under which any machine finds them again (Mooncake, Sec. 3.2.1).
 *
 * Modelled: a key that depends on the block's tokens and, through the key before it, on every token in front of it.
 * Left out: which model and which weights the KV cache belongs to; and 32 bits suit a page, not a cluster, where two
 * different prefixes must never share a key.
 */

// #region chained-hash
/** The keys of a prompt's full blocks of B tokens; what is left over at the end has none. */
export function blockKeys(tokens: readonly number[], B: number): number[] {
  const keys: number[] = [];
  for (let end = B; end <= tokens.length; end += B) {
    const before = keys.at(-1) ?? 0;
    keys.push(chain(before, tokens.slice(end - B, end)));
  }
  return keys;
}

/** The key of a block from the key of the one before it and its own tokens. */
function chain(before: number, block: readonly number[]): number {
  return [before, ...block].reduce((hash, word) => mix(hash ^ word), 0x811c9dc5);
}
// #endregion chained-hash

/** Spreads every bit of a 32-bit word over all of them, without loss (the finaliser of MurmurHash3). */
function mix(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
