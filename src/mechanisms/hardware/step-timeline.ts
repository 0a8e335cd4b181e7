/**
 * When each tile of a schedule is read, computed and written: the picture behind `mappingTime`. The memory channel does
 * one thing at a time. With double buffering it fetches the next operands and drains the last results during the
 * arithmetic, and a step lasts as long as the longer of both; without, nothing overlaps.
 */
import { tileStep } from './tile-search.ts';
import type { Mapper } from './tile-search.ts';
import { segmentsOf, tilesOf } from './tiles.ts';
import type { Extents, Segment, Stationary, Tile } from './tiles.ts';

/** Seconds from the start of the product; `tile` counts from 0. */
export interface Activity {
  readonly tile: number;
  readonly kind: 'read' | 'compute' | 'write';
  readonly start: number;
  readonly end: number;
}

/** Everything that a schedule does, in the order of its start. */
export function stepTimeline(
  mapper: Mapper,
  product: Extents,
  tile: Extents,
  stationary: Stationary,
  doubleBuffered: boolean,
): Activity[] {
  const steps = [...tilesOf(product, tile, stationary)].map((one) =>
    tileStep(mapper, placeOf(one, product, tile), stationary),
  );
  const activities: Activity[] = [];
  let time = 0;
  const add = (index: number, kind: Activity['kind'], start: number): number => {
    const end = start + (steps[index]?.[kind] ?? 0);
    if (end > start) activities.push({ tile: index, kind, start, end });
    return end;
  };
  if (doubleBuffered) time = add(0, 'read', time);
  steps.forEach((_, i) => {
    if (doubleBuffered) time = Math.max(add(i, 'compute', time), add(i + 1, 'read', add(i - 1, 'write', time)));
    else time = add(i, 'write', add(i, 'compute', add(i, 'read', time)));
  });
  if (doubleBuffered) add(steps.length - 1, 'write', time);
  return activities.sort((a, b) => a.start - b.start);
}

function placeOf({ start }: Tile, product: Extents, tile: Extents): Record<keyof Extents, Segment> {
  const place = (d: keyof Extents): Segment => {
    const segments = segmentsOf(product[d], tile[d]);
    if (start[d] === 0) return segments[0]!;
    return start[d] + tile[d] >= product[d] ? segments.at(-1)! : segments[1]!;
  };
  return { m: place('m'), n: place('n'), k: place('k') };
}
