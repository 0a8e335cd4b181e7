/** The half-open range [start, end) of a flat array. */
export interface Slice {
  readonly start: number;
  readonly end: number;
}

// #region partition
/**
 * Cuts `length` elements into `parts` contiguous slices whose sizes differ by at most one: the first `length mod parts`
 * slices are one longer, and some are empty where there are more parts than elements. Real systems instead pad the
 * array until it divides (DeepSpeed, FSDP); without padding every slice holds nothing but model.
 *
 * Throws a RangeError unless `length` is a whole number ≥ 0 and `parts` a whole number ≥ 1.
 */
export function partition(length: number, parts: number): Slice[] {
  if (!Number.isSafeInteger(length) || length < 0) throw new RangeError(`cannot cut ${length} elements`);
  if (!Number.isSafeInteger(parts) || parts < 1) throw new RangeError(`cannot cut into ${parts} parts`);
  const size = Math.floor(length / parts);
  const longer = length % parts;
  const startOf = (part: number): number => part * size + Math.min(part, longer);
  return Array.from({ length: parts }, (_, part) => ({ start: startOf(part), end: startOf(part + 1) }));
}
// #endregion partition

/** How many elements a slice holds. */
export function sizeOf(slice: Slice): number {
  return slice.end - slice.start;
}
