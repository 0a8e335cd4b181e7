/**
 * Paged KV memory: a pool of equal blocks, and for every sequence a block table from logical to physical blocks
 * (PagedAttention, Sec. 4.2–4.4).
 *
 * Modelled: which block belongs to whom, how far it is filled, reference counts, copy-on-write. Left out: the keys
 * and values, and swapping to CPU memory. Equal blocks leave no external fragmentation; a block size of 1 gives the
 * token slots of Orca.
 */

/** The size of a pool: `blocks` blocks of `blockSize` tokens. */
export interface PoolSize {
  readonly blocks: number;
  readonly blockSize: number;
}

/** Token slots of the pool by what they hold; the three add up to blocks · blockSize. */
export interface Occupancy {
  readonly filled: number;
  /** Held by a sequence but empty: a block's unfilled tail, or room reserved for tokens to come. */
  readonly wasted: number;
  readonly free: number;
}

interface BlockTable {
  /** Physical block of each logical block. */
  readonly blocks: number[];
  /** Tokens stored; logical block i holds tokens [i·blockSize, (i+1)·blockSize). */
  length: number;
}

export class BlockPool {
  readonly size: PoolSize;
  private readonly freeBlocks: number[];
  /** References to each physical block; 0 = free. */
  private readonly references: number[];
  private readonly tables = new Map<number, BlockTable>();

  /** Throws a RangeError unless both sizes are positive integers. */
  constructor(size: PoolSize) {
    if (![size.blocks, size.blockSize].every((n) => Number.isInteger(n) && n > 0))
      throw new RangeError(`a pool of ${size.blocks} blocks of ${size.blockSize} tokens`);
    this.size = size;
    this.freeBlocks = Array.from({ length: size.blocks }, (_, i) => size.blocks - 1 - i);
    this.references = Array.from({ length: size.blocks }, () => 0);
  }

  /** Blocks that some sequence holds, each counted once. */
  get used(): number {
    return this.size.blocks - this.freeBlocks.length;
  }

  /** Whether `owner` has a block table. */
  holds(owner: number): boolean {
    return this.tables.has(owner);
  }

  /** Tokens that `owner` has stored; 0 without a table. */
  length(owner: number): number {
    return this.tables.get(owner)?.length ?? 0;
  }

  /** The physical blocks of `owner`, in logical order. */
  table(owner: number): readonly number[] {
    return this.tables.get(owner)?.blocks ?? [];
  }

  /** How many sequences point at a physical block. */
  referencesTo(block: number): number {
    return this.references[block] ?? 0;
  }

  /** Whether `reserve(owner, tokens)` would succeed. */
  canReserve(owner: number, tokens: number): boolean {
    return this.blocksFor(tokens) - this.table(owner).length <= this.freeBlocks.length;
  }

  // #region grow-table
  /** Grows the table of `owner` to hold `tokens` tokens in all; stores none. Throws a RangeError if the pool runs out. */
  reserve(owner: number, tokens: number): void {
    if (!this.canReserve(owner, tokens)) throw new RangeError(`no ${tokens} slots for sequence ${owner}`);
    const table = this.tables.get(owner) ?? { blocks: [], length: 0 };
    this.tables.set(owner, table);
    while (table.blocks.length < this.blocksFor(tokens)) table.blocks.push(this.take());
  }
  // #endregion grow-table

  /** Whether `append(owner, tokens)` would succeed. */
  canAppend(owner: number, tokens: number): boolean {
    const fresh = Math.max(0, this.blocksFor(this.length(owner) + tokens) - this.table(owner).length);
    return fresh + this.sharedAhead(owner, tokens).length <= this.freeBlocks.length;
  }

  // #region copy-on-write
  /**
   * Stores `tokens` further tokens of `owner`. A block is taken when all before it are full; a block that another
   * sequence also points at is copied before it is written (copy-on-write, Sec. 4.4). Returns the physical blocks
   * copied. Throws a RangeError, with nothing changed, if the pool runs out.
   */
  append(owner: number, tokens: number): { from: number; to: number }[] {
    if (!this.canAppend(owner, tokens)) throw new RangeError(`no ${tokens} more slots for sequence ${owner}`);
    const copies = this.sharedAhead(owner, tokens).map((logical) => {
      const { blocks } = this.tables.get(owner)!;
      const from = blocks[logical]!;
      const to = this.take();
      blocks[logical] = to;
      this.release(from);
      return { from, to };
    });
    this.reserve(owner, this.length(owner) + tokens);
    this.tables.get(owner)!.length += tokens;
    return copies;
  }
  // #endregion copy-on-write

  /** Gives `child` the blocks of `parent` without copying any. Throws a RangeError if `child` has a table already. */
  fork(parent: number, child: number): void {
    if (this.holds(child)) throw new RangeError(`sequence ${child} has a table already`);
    const blocks = [...this.table(parent)];
    for (const block of blocks) this.references[block]!++;
    this.tables.set(child, { blocks, length: this.length(parent) });
  }

  /** Drops the table of `owner`; blocks that nobody else points at become free. */
  free(owner: number): void {
    for (const block of this.table(owner)) this.release(block);
    this.tables.delete(owner);
  }

  /** Token slots by what they hold; a shared block counts once, filled as far as its longest owner fills it. */
  occupancy(): Occupancy {
    const { blocks, blockSize } = this.size;
    const filled = this.filledSlots();
    return { filled, wasted: this.used * blockSize - filled, free: (blocks - this.used) * blockSize };
  }

  private filledSlots(): number {
    const tables = [...this.tables.values()];
    const held = tables.reduce((sum, table) => sum + table.blocks.length, 0);
    if (held === this.used) return tables.reduce((sum, { length }) => sum + length, 0); // nobody shares a block
    const fill = new Map<number, number>(); // tokens in each physical block that somebody holds
    for (const { blocks, length } of tables)
      blocks.forEach((block, i) => {
        const here = Math.min(Math.max(length - i * this.size.blockSize, 0), this.size.blockSize);
        fill.set(block, Math.max(fill.get(block) ?? 0, here));
      });
    return [...fill.values()].reduce((sum, here) => sum + here, 0);
  }

  private blocksFor(tokens: number): number {
    return Math.ceil(tokens / this.size.blockSize);
  }

  /** Logical blocks that the next `tokens` tokens of `owner` fall into and that another sequence also points at. */
  private sharedAhead(owner: number, tokens: number): number[] {
    const blocks = this.table(owner);
    const first = Math.floor(this.length(owner) / this.size.blockSize);
    const end = Math.min(this.blocksFor(this.length(owner) + tokens), blocks.length);
    const shared: number[] = [];
    for (let logical = first; logical < end; logical++)
      if (this.references[blocks[logical]!]! > 1) shared.push(logical);
    return shared;
  }

  private take(): number {
    const block = this.freeBlocks.pop()!;
    this.references[block] = 1;
    return block;
  }

  private release(block: number): void {
    if (--this.references[block]! === 0) this.freeBlocks.push(block);
  }
}
