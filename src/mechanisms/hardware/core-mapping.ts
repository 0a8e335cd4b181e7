/**
 * The lower half of LLMCompass's mapper (Sec. III-B1): a tile that lies in the global buffer is cut into sub-tiles for
 * the cores, and each sub-tile into sub-sub-tiles for the lanes. A grid of `rows` × `cols` cores works on as many
 * sub-tiles of C at a time (a wave); each core walks along k and keeps its part of C in its local buffer. Cores of one
 * row read the same sub-tile of A, cores of one column the same of B: such reads are merged. With double buffering the
 * next operands arrive during the arithmetic, at the price of half the buffer.
 *
 * Left out: overlap of one wave with the next, several cores on one sub-tile of C, local buffers that talk directly.
 */
import { vectorFlopsPerCycle } from './device.ts';
import type { Device } from './device.ts';
import { systolicCycles } from './systolic-array.ts';
import { candidateSizes, footprint } from './tiles.ts';
import type { Extents } from './tiles.ts';

export interface CoreMapping {
  /** What one core holds, and into how many parts its lanes divide that. */
  readonly subTile: Extents;
  readonly lanes: Extents;
  /** The grid of cores. */
  readonly rows: number;
  readonly cols: number;
  readonly doubleBuffered: boolean;
  /** Of the whole tile. */
  readonly cycles: number;
}

export interface LaneMapping {
  readonly lanes: Extents;
  readonly cycles: number;
}

const SIDES = [32, 64, 128, 256] as const;
const DEPTHS = [32, 64, 128, 256, 512, 1024] as const;

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

/** How often each of two neighbouring numbers occurs when `count` items are dealt out evenly in `waves` waves. */
function dealt(count: number, waves: number): readonly [size: number, times: number][] {
  const least = Math.floor(count / waves);
  const more = count - least * waves;
  return more === 0
    ? [[least, waves]]
    : [
        [least + 1, more],
        [least, waves - more],
      ];
}

/** Cycles of one wave on a grid of `rows` × `cols` cores. */
type WaveCycles = (rows: number, cols: number, doubleBuffered: boolean) => number;

/** Prices the waves of `tile` cut into `sub`-tiles, words of `bytes` bytes. `compute(k)` is a sub-tile's arithmetic. */
function waveCycles(device: Device, tile: Extents, sub: Extents, bytes: number, compute: (k: number) => number): WaveCycles {
  const width = tile.m / Math.ceil(tile.m / sub.m); // of a sub-tile on average, the ragged ones counted
  const height = tile.n / Math.ceil(tile.n / sub.n);
  const steps = Math.floor(tile.k / sub.k);
  const rest = tile.k % sub.k;
  const [full, last] = [compute(sub.k), rest > 0 ? compute(rest) : 0];
  const perCycle = device.globalBandwidth / bytes;
  // #region wave
  return (rows, cols, doubleBuffered) => {
    const read = (k: number): number => ((rows * width + cols * height) * k) / perCycle; // merged reads of A and B
    const write = (rows * width * cols * height) / perCycle;
    if (!doubleBuffered) return steps * (read(sub.k) + full) + read(rest) + last + write;
    const between = (steps - 1) * Math.max(read(sub.k), full); // the next operands arrive during the arithmetic
    const end = rest > 0 ? Math.max(read(rest), full) + last : full;
    return read(sub.k) + between + end + write;
  };
  // #endregion wave
}

/**
 * The mapping of a tile in the global buffer onto the cores that takes the fewest cycles; `bytes` per element. Throws a
 * RangeError where the local buffer holds not even the smallest sub-tile.
 */
export function bestCoreMapping(
  device: Device,
  tile: Extents,
  bytes: number,
  laneMapping: (sub: Extents) => LaneMapping = (sub) => bestLaneMapping(device, sub),
): CoreMapping {
  let best: CoreMapping | undefined;
  for (const m of candidateSizes(tile.m, SIDES))
    for (const n of candidateSizes(tile.n, SIDES))
      for (const k of candidateSizes(tile.k, DEPTHS)) {
        const subTile = { m, n, k };
        const need = footprint(subTile) * bytes;
        if (need > device.localBuffer) continue;
        const { lanes, cycles: full } = laneMapping(subTile);
        const gridM = Math.ceil(tile.m / m);
        const gridN = Math.ceil(tile.n / n);
        if (best && (gridM * gridN * Math.floor(tile.k / k) * full) / device.cores >= best.cycles) continue;
        const add = (m * n) / vectorFlopsPerCycle(device);
        const price = waveCycles(device, tile, subTile, bytes, (depth) =>
          (depth === k ? full : laneMapping({ m, n, k: depth }).cycles) + add,
        );
        for (const doubleBuffered of 2 * need <= device.localBuffer ? [true, false] : [false])
          for (let rows = 1; rows <= Math.min(gridM, device.cores); rows *= 2) {
            const cols = Math.min(gridN, Math.floor(device.cores / rows));
            let cycles = 0;
            for (const [r, rowWaves] of dealt(gridM, Math.ceil(gridM / rows)))
              for (const [c, colWaves] of dealt(gridN, Math.ceil(gridN / cols)))
                cycles += rowWaves * colWaves * price(r, c, doubleBuffered);
            if (!best || cycles < best.cycles) best = { subTile, lanes, rows, cols, doubleBuffered, cycles };
          }
      }
  if (!best) throw new RangeError(`no sub-tile fits into a local buffer of ${device.localBuffer} bytes`);
  return best;
}
