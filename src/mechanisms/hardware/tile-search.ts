/**
 * The upper half of LLMCompass's mapper (Sec. III-B1): a product is cut into tiles that move from main memory to the
 * global buffer; every candidate mapping is priced, and the fastest wins. For each tile the best mapping onto the cores
 * (core-mapping.ts) is looked up or searched for: one search inside the other costs less than their product.
 *
 * One operand stays in the buffer from tile to tile and is not read again: A while n varies, B while m varies, C (the
 * partial sums, read after write) while k varies. Tiles that a schedule cannot tell apart are priced once and counted,
 * so a mapping costs at most 27 steps however large the product. Left out: reuse between two operators.
 */
import { vectorPeak } from './device.ts';
import type { Device } from './device.ts';
import { bestCoreMapping, bestLaneMapping } from './core-mapping.ts';
import type { CoreMapping } from './core-mapping.ts';
import { LOOPS, candidateSizes, footprint, segmentsOf } from './tiles.ts';
import type { Extents, Segment, Stationary } from './tiles.ts';

/** A tile's place in each dimension. */
export type TileAt = Readonly<Record<keyof Extents, Segment>>;

/** One step of a schedule, seconds: operands in, arithmetic, results out. */
export interface Step {
  readonly read: number;
  readonly compute: number;
  readonly write: number;
}

export interface MatmulMapping {
  /** What the global buffer holds of the product. */
  readonly tile: Extents;
  readonly stationary: Stationary;
  readonly doubleBuffered: boolean;
  /** How a full tile lies on the cores. */
  readonly cores: CoreMapping;
  /** Of the whole product, seconds, the kernel launch not counted. */
  readonly time: number;
}

/** A device, the width of a word in bytes, and what has been found so far about tiles on it. */
export interface Mapper {
  readonly device: Device;
  readonly bytes: number;
  readonly coreMapping: (tile: Extents) => CoreMapping;
}

/** Large first: a good mapping found early rules out most of the others by their traffic alone. */
const SIDES = [2048, 1024, 512, 128] as const;
const DEPTHS = [4096, 2048, 512, 128] as const;

/** A mapper of whole products; by default one that has found nothing yet about tiles on its cores. */
export function createMapper(device: Device, bytes: number, coreMapping = createCoreSearch(device, bytes)): Mapper {
  return { device, bytes, coreMapping };
}

/** The search of core-mapping.ts, asked but once for the same tile. Main memory and the global buffer's size do not enter. */
export function createCoreSearch(device: Device, bytes: number): Mapper['coreMapping'] {
  const laneMapping = remember((sub) => bestLaneMapping(device, sub));
  return remember((tile) => bestCoreMapping(device, tile, bytes, laneMapping));
}

// #region step
/** The step of the tile at (m, n, k), where `stationary` stays in the global buffer along its loop. */
export function tileStep({ device, bytes, coreMapping }: Mapper, at: TileAt, stationary: Stationary): Step {
  const { m, n, k } = at;
  const size = { m: m.size, n: n.size, k: k.size };
  const sums = size.m * size.n;
  const a = stationary === 'A' && !n.first ? 0 : size.m * size.k;
  const b = stationary === 'B' && !m.first ? 0 : size.k * size.n;
  const partialSums = stationary === 'C' || k.first ? 0 : sums;
  const results = stationary === 'C' && !k.last ? 0 : sums;
  const throughCores = sums / vectorPeak(device) + (2 * sums * bytes) / (device.globalBandwidth * device.frequency);
  return {
    read: ((a + b + partialSums) * bytes) / device.memoryBandwidth,
    compute: coreMapping(size).cycles / device.frequency + (k.first ? 0 : throughCores),
    write: (results * bytes) / device.memoryBandwidth,
  };
}
// #endregion step

// #region schedule
/** Seconds of a product under one mapping. */
export function mappingTime(mapper: Mapper, product: Extents, tile: Extents, stationary: Stationary): number {
  const doubleBuffered = fits(mapper, tile, 2);
  let time = 0;
  for (const m of segmentsOf(product.m, tile.m))
    for (const n of segmentsOf(product.n, tile.n))
      for (const k of segmentsOf(product.k, tile.k)) {
        const { read, compute, write } = tileStep(mapper, { m, n, k }, stationary);
        const transfer = read + write;
        const step = doubleBuffered ? Math.max(transfer, compute) : transfer + compute;
        time += m.times * n.times * k.times * step;
        // nothing hides the shorter half of the very first step
        if (doubleBuffered && m.first && n.first && k.first) time += Math.min(transfer, compute);
      }
  return time;
}
// #endregion schedule

// #region traffic
/** Bytes between main memory and the global buffer: each operand once for every time it has left the buffer. */
export function trafficBytes({ m, n, k }: Extents, tile: Extents, stationary: Stationary, bytes: number): number {
  const [gm, gn, gk] = [Math.ceil(m / tile.m), Math.ceil(n / tile.n), Math.ceil(k / tile.k)];
  const a = m * k * (stationary === 'A' ? 1 : gn);
  const b = k * n * (stationary === 'B' ? 1 : gm);
  const c = m * n * (stationary === 'C' ? 1 : 2 * gk - 1); // written gk times, read back gk − 1 times
  return (a + b + c) * bytes;
}
// #endregion traffic

// #region search
/** The fastest mapping of a product, or nothing where not even the smallest tile fits into the global buffer. */
export function bestMapping(mapper: Mapper, product: Extents): MatmulMapping | undefined {
  let best: MatmulMapping | undefined;
  for (const { tile, stationary } of candidateMappings(mapper, product)) {
    if (best && leastTime(mapper, product, tile, stationary) >= best.time) continue;
    const time = mappingTime(mapper, product, tile, stationary);
    if (best && time >= best.time) continue;
    best = { tile, stationary, doubleBuffered: fits(mapper, tile, 2), cores: mapper.coreMapping(tile), time };
  }
  return best;
}
// #endregion search

/** Seconds below which a mapping cannot stay: its traffic, and the arithmetic of its full tiles. */
function leastTime(
  { device, bytes, coreMapping }: Mapper,
  product: Extents,
  tile: Extents,
  stationary: Stationary,
): number {
  const transfer = trafficBytes(product, tile, stationary, bytes) / device.memoryBandwidth;
  const fullTiles = Math.floor(product.m / tile.m) * Math.floor(product.n / tile.n) * Math.floor(product.k / tile.k);
  return Math.max(transfer, (fullTiles * coreMapping(tile).cycles) / device.frequency);
}

/** What the search tries: each tile that fits into the global buffer, with each operand that is worth keeping there. */
export function* candidateMappings(
  mapper: Mapper,
  product: Extents,
): Generator<Pick<MatmulMapping, 'tile' | 'stationary'>> {
  for (const tile of candidateTiles(product))
    if (fits(mapper, tile, 1)) for (const stationary of schedules(product, tile)) yield { tile, stationary };
}

/** Does the global buffer hold `copies` of the tile's operands? */
function fits({ device, bytes }: Mapper, tile: Extents, copies: number): boolean {
  return copies * footprint(tile) * bytes <= device.globalBuffer;
}

function* candidateTiles(product: Extents): Generator<Extents> {
  for (const m of candidateSizes(product.m, SIDES))
    for (const n of candidateSizes(product.n, SIDES))
      for (const k of candidateSizes(product.k, DEPTHS)) yield { m, n, k };
}

/** The stationary operands worth trying: those whose innermost loop runs more than once, or C for a single tile. */
function schedules(product: Extents, tile: Extents): Stationary[] {
  const runs = (s: Stationary): boolean => tile[LOOPS[s][2]] < product[LOOPS[s][2]];
  const worth = (['C', 'A', 'B'] as const).filter(runs);
  return worth.length > 0 ? worth : ['C'];
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
