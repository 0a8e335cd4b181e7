/**
 * The upper half of LLMCompass's mapper (Sec. III-B1): a product is cut into tiles that move from main memory to the
 * global buffer, every candidate mapping is simulated tile by tile, and the fastest wins. The search is a real one: for
 * each tile size and loop order, the best mapping of that tile onto the cores (core-mapping.ts) is looked up or found.
 *
 * What stays in the buffer between two tiles is not read again: A while n varies, B while m varies, and C (the partial
 * sums, read after write) while k varies. The authors' program fixes the loop order and uses square sub-tiles to keep
 * the search short; here the two levels are searched one inside the other, which costs less than their product.
 */
import { vectorPeak } from './device.ts';
import type { Device } from './device.ts';
import { bestCoreMapping, bestLaneMapping } from './core-mapping.ts';
import type { CoreMapping, LaneMapping } from './core-mapping.ts';
import { candidateSizes, footprint, tilesOf } from './tiles.ts';
import type { Extents, LoopOrder } from './tiles.ts';

export interface MatmulMapping {
  /** What the global buffer holds of the product. */
  readonly tile: Extents;
  readonly order: LoopOrder;
  readonly doubleBuffered: boolean;
  /** How a full tile lies on the cores. */
  readonly cores: CoreMapping;
  /** Of the whole product, seconds, the kernel launch not counted. */
  readonly time: number;
}

/** One step of the schedule: seconds to read the tile's operands, to compute on them, to write results back. */
export interface TileStep {
  readonly read: number;
  readonly compute: number;
  readonly write: number;
}

/** Finds mappings on one device and remembers what it found. */
export interface Mapper {
  coreMapping(tile: Extents): CoreMapping;
  /** The steps of one given mapping, in order. */
  steps(product: Extents, tile: Extents, order: LoopOrder): TileStep[];
  /** The fastest mapping of a product. Throws a RangeError where no tile fits into the buffers. */
  best(product: Extents): MatmulMapping;
}

const SIDES = [256, 512, 1024, 2048] as const;
const DEPTHS = [1024, 2048, 4096] as const;
const ORDERS: readonly LoopOrder[] = ['mnk', 'nmk', 'mkn', 'nkm'];

// #region schedule
/** Seconds for `steps` one after another, or overlapped: while one computes, the next is read and the last written. */
export function scheduleTime(steps: readonly TileStep[], doubleBuffered: boolean): number {
  let time = 0;
  if (!doubleBuffered) {
    for (const { read, compute, write } of steps) time += read + compute + write;
    return time;
  }
  for (let i = -1; i <= steps.length; i++)
    time += Math.max((steps[i + 1]?.read ?? 0) + (steps[i - 1]?.write ?? 0), steps[i]?.compute ?? 0);
  return time;
}
// #endregion schedule

/** A mapper for `device` and words of `bytes` bytes. */
export function createMapper(device: Device, bytes: number): Mapper {
  const { frequency, globalBandwidth, globalBuffer, memoryBandwidth } = device;
  const laneMapping = remember((sub): LaneMapping => bestLaneMapping(device, sub));
  const coreMapping = remember((tile): CoreMapping => bestCoreMapping(device, tile, bytes, laneMapping));

  // #region tile-steps
  const steps = (product: Extents, tile: Extents, order: LoopOrder): TileStep[] => {
    const list: { read: number; compute: number; write: number }[] = [];
    const inBuffer: Extents = { m: -1, n: -1, k: -1 };
    let before = { start: inBuffer, size: inBuffer };
    for (const now of tilesOf(product, tile, order)) {
      const { m, n, k } = now.size;
      const same = (a: keyof Extents, b: keyof Extents): boolean =>
        before.start[a] === now.start[a] && before.start[b] === now.start[b];
      let moved = (same('m', 'k') ? 0 : m * k) + (same('k', 'n') ? 0 : k * n);
      let compute = coreMapping(now.size).cycles / frequency;
      const previous = list.at(-1);
      if (previous && !same('m', 'n')) previous.write = (before.size.m * before.size.n * bytes) / memoryBandwidth;
      if (now.start.k > 0) {
        if (!same('m', 'n')) moved += m * n; // partial sums that had to leave the buffer
        compute += (m * n) / vectorPeak(device) + (2 * m * n * bytes) / (globalBandwidth * frequency);
      }
      list.push({ read: (moved * bytes) / memoryBandwidth, compute, write: (m * n * bytes) / memoryBandwidth });
      before = now;
    }
    return list;
  };
  // #endregion tile-steps
  return { coreMapping, steps, best: (product) => search(product) };

  function search(product: Extents): MatmulMapping {
    let best: MatmulMapping | undefined;
    for (const m of candidateSizes(product.m, SIDES))
      for (const n of candidateSizes(product.n, SIDES))
        for (const k of candidateSizes(product.k, DEPTHS)) {
          const tile = { m, n, k };
          const need = footprint(tile) * bytes;
          if (need > globalBuffer) continue;
          for (const order of ORDERS) {
            const list = steps(product, tile, order);
            for (const doubleBuffered of 2 * need <= globalBuffer ? [true, false] : [false]) {
              const time = scheduleTime(list, doubleBuffered);
              if (!best || time < best.time) best = { tile, order, doubleBuffered, cores: coreMapping(tile), time };
            }
          }
        }
    if (!best) throw new RangeError(`no tile fits into a global buffer of ${globalBuffer} bytes`);
    return best;
  }
}

/** `find`, asked but once for the same extents. */
function remember<T>(find: (extents: Extents) => T): (extents: Extents) => T {
  const found = new Map<number, Map<number, T>>();
  return (extents) => {
    const { m, n, k } = extents;
    let row = found.get(m);
    if (!row) found.set(m, (row = new Map<number, T>()));
    const key = n * 2 ** 26 + k;
    let value = row.get(key);
    if (value === undefined) row.set(key, (value = find(extents)));
    return value;
  };
}
