/**
 * The blocks of KV cache that one machine holds, and which of them it gives up first (Mooncake, Sec. 3.2.1).
 *
 * Modelled: keys, a capacity in blocks, eviction of the least recently used. Left out: the keys and values themselves,
 * SSDs behind the memory, blocks that must stay because a request is reading them.
 */
export class PrefixCache {
  /** In blocks. */
  readonly capacity: number;
  /** Keys from the least to the most recently used: a Set keeps the order of insertion. */
  private readonly keys = new Set<number>();

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  get size(): number {
    return this.keys.size;
  }

  has(key: number): boolean {
    return this.keys.has(key);
  }

  // #region prefix-cache
  /** How many leading blocks of a prompt are here. */
  match(prompt: readonly number[]): number {
    const missing = prompt.findIndex((key) => !this.keys.has(key));
    return missing < 0 ? prompt.length : missing;
  }

  /**
   * Uses or stores all blocks of a prompt, then evicts. The last block is
   * touched first, so that a block is always older than those before it and
   * goes before them: a block without its prefix is of no use.
   */
  touch(prompt: readonly number[]): void {
    for (const key of prompt.toReversed()) {
      this.keys.delete(key);
      this.keys.add(key);
    }
    for (const oldest of this.keys) {
      if (this.keys.size <= this.capacity) break;
      this.keys.delete(oldest);
    }
  }
  // #endregion prefix-cache
}
