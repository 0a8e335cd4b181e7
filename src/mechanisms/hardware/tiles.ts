/** Cutting a matrix product C (m × n) = A (m × k) · B (k × n) into tiles, the last of each dimension ragged. */

/** The extents of a product, or of one tile of it. */
export interface Extents {
  readonly m: number;
  readonly n: number;
  readonly k: number;
}

/** A tile: where it begins in each dimension, and its extents. */
export interface Tile {
  readonly start: Extents;
  readonly size: Extents;
}

/** Which operand stays in the buffer from one tile to the next: the one that lacks the innermost dimension. */
export type Stationary = 'A' | 'B' | 'C';

/** Loops from the slowest to the fastest. */
export const LOOPS = { A: ['m', 'k', 'n'], B: ['n', 'k', 'm'], C: ['m', 'n', 'k'] } as const;

/** All tiles of `whole`, in the order that keeps `stationary` in place; those at the far edges are what is left. */
export function* tilesOf(whole: Extents, tile: Extents, stationary: Stationary): Generator<Tile> {
  const [slow, middle, fast] = LOOPS[stationary];
  for (let a = 0; a < whole[slow]; a += tile[slow])
    for (let b = 0; b < whole[middle]; b += tile[middle])
      for (let c = 0; c < whole[fast]; c += tile[fast]) {
        const start = { m: 0, n: 0, k: 0, [slow]: a, [middle]: b, [fast]: c };
        const size = (d: keyof Extents): number => Math.min(tile[d], whole[d] - start[d]);
        yield { start, size: { m: size('m'), n: size('n'), k: size('k') } };
      }
}

/** Tiles along one dimension that a schedule cannot tell apart, `times` of them. */
export interface Segment {
  readonly size: number;
  readonly times: number;
  readonly first: boolean;
  readonly last: boolean;
}

/** One dimension cut into tiles: the first, those between, and the last, which may be ragged. */
export function segmentsOf(extent: number, tile: number): Segment[] {
  const count = Math.ceil(extent / tile);
  if (count === 1) return [{ size: extent, times: 1, first: true, last: true }];
  const segments = [
    { size: tile, times: 1, first: true, last: false },
    { size: tile, times: count - 2, first: false, last: false },
    { size: extent - (count - 1) * tile, times: 1, first: false, last: true },
  ];
  return segments.filter(({ times }) => times > 0);
}

/** Elements of A, B and C together: what a buffer must hold to work on the tile. */
export const footprint = ({ m, n, k }: Extents): number => m * k + k * n + m * n;

/** The `sizes` below `extent`, and `extent` itself unless it is larger than all of them. */
export function candidateSizes(extent: number, sizes: readonly number[]): number[] {
  const below = sizes.filter((size) => size < extent);
  return below.length < sizes.length ? [extent, ...below] : below;
}
