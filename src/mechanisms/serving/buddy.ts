/**
 * Buddy allocation: contiguous chunks whose sizes are powers of two. PagedAttention assumes it for its Orca baselines
 * (Sec. 6.1).
 */

/** The smallest power of two that is at least n ≥ 1. */
export const powerOfTwo = (n: number): number => 2 ** Math.ceil(Math.log2(n));

export class BuddyAllocator {
  /** Addresses of the free chunks of each size; a chunk's address is a multiple of its size. */
  private readonly free = new Map<number, Set<number>>();
  private readonly largest: number;

  /** A memory of so many slots, cut into the powers of two of which it is the sum. */
  constructor(slots: number) {
    this.largest = powerOfTwo(slots);
    for (let size = this.largest; size >= 1; size /= 2) {
      this.free.set(size, new Set());
      const address = slots - (slots % (2 * size));
      if (slots % (2 * size) >= size) this.free.get(size)!.add(address);
    }
  }

  /** The address of a chunk for `slots` slots, rounded up to a power of two; undefined if no free chunk is large enough. */
  allocate(slots: number): number | undefined {
    const wanted = powerOfTwo(slots);
    let size = wanted;
    while (size <= this.largest && this.free.get(size)!.size === 0) size *= 2;
    if (size > this.largest) return undefined;
    const [address] = this.free.get(size)!;
    this.free.get(size)!.delete(address!);
    for (size /= 2; size >= wanted; size /= 2) this.free.get(size)!.add(address! + size); // give back upper halves
    return address;
  }

  /** Gives back the chunk of `slots` slots at `address`, joined with its buddy as long as that is free too. */
  release(address: number, slots: number): void {
    let [at, size] = [address, powerOfTwo(slots)];
    while (size < this.largest && this.free.get(size)!.delete(at ^ size)) {
      at = Math.min(at, at ^ size);
      size *= 2;
    }
    this.free.get(size)!.add(at);
  }
}
