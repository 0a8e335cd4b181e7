/**
 * The lower half of LLMCompass's mapper (Sec. III-B1): a tile that lies in the global buffer is cut into sub-tiles for
 * the cores, and each sub-tile into sub-sub-tiles for the lanes. A grid of rows × cols cores works on as many sub-tiles
 * of C at a time (a wave); each core walks along k and keeps its part of C in its local buffer. Cores of one row read
 * the same sub-tile of A, cores of one column the same of B: such reads are merged. With double buffering the next
 * operands arrive during the arithmetic, at the price of half the buffer.
 *
 * Left out: overlap of one wave with the next, several cores on one sub-tile of C, local buffers that talk directly.
 */
import { vectorFlopsPerCycle } from './device.ts';
import type { Device } from './device.ts';
import { systolicCycles } from './systolic-array.ts';
import { candidateSizes, footprint } from './tiles.ts';
import type { Extents } from './tiles.ts';

export interface LaneMapping {
  /** Into how many parts the lanes divide a sub-tile in each dimension. */
  readonly lanes: Extents;
  readonly cycles: number;
}

export interface CoreMapping {
  /** What one core holds, and how its lanes divide it. */
  readonly subTile: Extents;
  readonly lanes: Extents;
  /** The grid of cores. */
  readonly rows: number;
  readonly cols: number;
  readonly doubleBuffered: boolean;
  /** Of the whole tile. */
  readonly cycles: number;
}

const SIDES = [256, 128, 64, 32] as const;
const DEPTHS = [512, 256, 128, 64] as const;

/** The division of a sub-tile among at most `device.lanes` lanes that takes the fewest cycles. */
export function bestLaneMapping(device: Device, { m, n, k }: Extents): LaneMapping {
  let best: LaneMapping = { lanes: { m: 1, n: 1, k: 1 }, cycles: Infinity };
  for (let lm = 1; lm <= device.lanes; lm++)
    for (let ln = 1; lm * ln <= device.lanes; ln++)
      for (let lk = 1; lm * ln * lk <= device.lanes; lk++) {
        const part = { m: Math.ceil(m / lm), n: Math.ceil(n / ln), k: Math.ceil(k / lk) };
        const partialSums = ((lk - 1) * m * n) / vectorFlopsPerCycle(device);
        const cycles = systolicCycles(device.array, part) + partialSums;
        if (cycles < best.cycles) best = { lanes: { m: lm, n: ln, k: lk }, cycles };
      }
  return best;
}

/** The walk of one core along k, and the arithmetic of a full step and of the ragged last one, in cycles. */
interface Walk {
  readonly steps: number;
  readonly depth: number;
  readonly full: number;
  readonly rest: number;
  readonly last: number;
}

/** `laneMapping` of a sub-tile of any depth, and adding its result to what the local buffer holds. */
function walkAlong(device: Device, depth: number, sub: Extents, laneMapping: LaneSearch): Walk {
  const accumulate = (sub.m * sub.n) / vectorFlopsPerCycle(device);
  const rest = depth % sub.k;
  const last = rest === 0 ? 0 : laneMapping({ ...sub, k: rest }).cycles + accumulate;
  return { steps: Math.floor(depth / sub.k), depth: sub.k, full: laneMapping(sub).cycles + accumulate, rest, last };
}

// #region wave
/**
 * Cycles of a wave whose cores together cover `height` rows and `width` columns of C, reading A and B and writing C
 * through `perCycle` elements per cycle.
 */
function waveCycles(walk: Walk, height: number, width: number, perCycle: number, doubleBuffered: boolean): number {
  const read = ((height + width) * walk.depth) / perCycle; // merged: each row of A and column of B once
  const readRest = ((height + width) * walk.rest) / perCycle;
  const write = (height * width) / perCycle;
  const { steps, full, last } = walk;
  if (!doubleBuffered) return steps * (read + full) + readRest + last + write;
  const shown = Math.min(read, full); // nothing hides the shorter half of the first step
  return steps * Math.max(read, full) + Math.max(readRest, last) + shown + write;
}
// #endregion wave

/** `count` items dealt out evenly in `waves` waves: how many waves get how many. */
function dealt(count: number, waves: number): readonly (readonly [items: number, waves: number])[] {
  const least = Math.floor(count / waves);
  const more = count - least * waves;
  const split = [[least, waves - more] as const];
  return more === 0 ? split : [...split, [least + 1, more] as const];
}

type LaneSearch = (sub: Extents) => LaneMapping;

/**
 * The mapping of a tile in the global buffer onto the cores that takes the fewest cycles; `bytes` per element. Throws a
 * RangeError where the local buffer holds not even the smallest sub-tile.
 */
export function bestCoreMapping(
  device: Device,
  tile: Extents,
  bytes: number,
  laneMapping: LaneSearch = (sub) => bestLaneMapping(device, sub),
): CoreMapping {
  let best: CoreMapping | undefined;
  for (const subTile of candidateSubTiles(tile)) {
    const need = footprint(subTile) * bytes;
    if (need > device.localBuffer) continue;
    const doubleBuffered = 2 * need <= device.localBuffer;
    const walk = walkAlong(device, tile.k, subTile, laneMapping);
    const grid = { m: Math.ceil(tile.m / subTile.m), n: Math.ceil(tile.n / subTile.n) };
    const leastWaves = Math.ceil((grid.m * grid.n) / device.cores);
    if (best && leastWaves * walk.steps * walk.full >= best.cycles) continue;
    for (let rows = 1; rows <= Math.min(grid.m, device.cores); rows *= 2) {
      const cols = Math.min(grid.n, Math.floor(device.cores / rows));
      const waves = { m: Math.ceil(grid.m / rows), n: Math.ceil(grid.n / cols) };
      if (best && waves.m * waves.n * walk.steps * walk.full >= best.cycles) continue; // arithmetic alone takes longer
      let cycles = 0;
      for (const [r, down] of dealt(grid.m, waves.m))
        for (const [c, across] of dealt(grid.n, waves.n)) {
          const [height, width] = [(r * tile.m) / grid.m, (c * tile.n) / grid.n]; // ragged sub-tiles spread evenly
          const perCycle = device.globalBandwidth / bytes;
          cycles += down * across * waveCycles(walk, height, width, perCycle, doubleBuffered);
        }
      if (best && cycles >= best.cycles) continue;
      best = { subTile, lanes: laneMapping(subTile).lanes, rows, cols, doubleBuffered, cycles };
    }
  }
  if (!best) throw new RangeError(`no sub-tile fits into a local buffer of ${device.localBuffer} bytes`);
  return best;
}

function* candidateSubTiles(tile: Extents): Generator<Extents> {
  for (const m of candidateSizes(tile.m, SIDES))
    for (const n of candidateSizes(tile.n, SIDES)) for (const k of candidateSizes(tile.k, DEPTHS)) yield { m, n, k };
}
