/** Cutting a matrix product C (m × n) += A (m × k) · B (k × n) into tiles, the last of each dimension ragged. */

/** The extents of a product or of one tile of it. */
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

/** Which dimension varies slowest, next and fastest. */
export type LoopOrder = 'mnk' | 'nmk' | 'mkn' | 'nkm';

/** All tiles of `whole` in `order`; those at the far edges are as small as what is left. */
export function* tilesOf(whole: Extents, tile: Extents, order: LoopOrder): Generator<Tile> {
  const [slow, middle, fast] = [...order] as [keyof Extents, keyof Extents, keyof Extents];
  for (let a = 0; a < whole[slow]; a += tile[slow])
    for (let b = 0; b < whole[middle]; b += tile[middle])
      for (let c = 0; c < whole[fast]; c += tile[fast]) {
        const at = { [slow]: a, [middle]: b, [fast]: c } as Record<keyof Extents, number>;
        const size = (d: keyof Extents): number => Math.min(tile[d], whole[d] - at[d]);
        yield { start: at, size: { m: size('m'), n: size('n'), k: size('k') } };
      }
}

/** Elements of A, B and C together: what a buffer must hold to work on the tile. */
export const footprint = ({ m, n, k }: Extents): number => m * k + k * n + m * n;

/** `sizes` below `extent`, and `extent` itself unless it is larger than all of them. */
export function candidateSizes(extent: number, sizes: readonly number[]): number[] {
  const below = sizes.filter((size) => size < extent);
  return below.length < sizes.length ? [...below, extent] : below;
}
