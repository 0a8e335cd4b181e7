/**
 * Two ways to give a request its KV memory: one contiguous chunk for all it may ever need, or blocks as it grows
 * (PagedAttention, Sec. 3.1 and 4.3).
 */
import type { BlockPool } from '#mechanisms/serving/block-pool.ts';
import { BuddyAllocator, powerOfTwo } from '#mechanisms/serving/buddy.ts';
import type { Request } from '#mechanisms/serving/request.ts';

export interface KvMemory {
  /** Token slots in all. */
  readonly slots: number;
  /** Takes a newcomer in with room for its first `tokens` tokens; returns whether there was room. */
  admit(request: Request, tokens: number): boolean;
  /** Makes room for one more token of a request; returns whether there was any. */
  grow(request: Request): boolean;
  release(request: Request): void;
  /** Slots kept for a request, filled or not. */
  held(request: Request): number;
}

// #region reservation-rules
/** How many slots a request gets up front, by what the system knows of its output (Sec. 6.1). */
export type Reservation = (request: Request) => number;

/** Orca (Max): the longest sequence of the model. */
export const reserveMax =
  (longest: number): Reservation =>
  () =>
    longest;

/** Orca (Pow2): an output of 25 tokens gets room for 32. */
export const reservePow2: Reservation = ({ prompt, output }) => prompt + powerOfTwo(output);

/** Orca (Oracle): the true length, which no real system knows. */
export const reserveOracle: Reservation = ({ prompt, output }) => prompt + output;
// #endregion reservation-rules

/** One contiguous chunk a request, kept from admission to the end. */
export function contiguousMemory(slots: number, reserve: Reservation): KvMemory {
  const buddy = new BuddyAllocator(slots);
  const addresses = new Map<number, number>();
  return {
    slots,
    admit(request) {
      const address = buddy.allocate(reserve(request));
      if (address !== undefined) addresses.set(request.id, address);
      return address !== undefined;
    },
    grow: () => true,
    release(request) {
      buddy.release(addresses.get(request.id)!, reserve(request));
      addresses.delete(request.id);
    },
    held: (request) => (addresses.has(request.id) ? reserve(request) : 0),
  };
}

/** Blocks of the pool on demand. */
export function pagedMemory(pool: BlockPool): KvMemory {
  const { blocks, blockSize } = pool.size;
  const append = (id: number, tokens: number) => {
    const fits = pool.canAppend(id, tokens);
    if (fits) pool.append(id, tokens);
    return fits;
  };
  return {
    slots: blocks * blockSize,
    admit: (request, tokens) => append(request.id, tokens),
    grow: (request) => append(request.id, 1),
    release: (request) => pool.free(request.id),
    held: (request) => pool.table(request.id).length * blockSize,
  };
}
