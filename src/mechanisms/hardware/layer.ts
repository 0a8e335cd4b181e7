/**
 * The time of one Transformer layer on a system, operator after operator (LLMCompass, Sec. III): matrix products by the
 * tile search, row operators by their waves, all-reduce by the link model, each kernel behind its launch overhead.
 * Beside each time stands the roofline bound, so that what the tiles cost can be read off.
 */
import { allReduceTime } from './all-reduce.ts';
import type { System } from './all-reduce.ts';
import { bandwidth, matrixPeak, partOf, vectorPeak } from './device.ts';
import type { Device } from './device.ts';
import { layerOperators, matmulWork, rowWork } from './operators.ts';
import type { Matmul, Model, Operator, Pass } from './operators.ts';
import { rooflineBound } from './roofline.ts';
import type { RooflineBound, Work } from './roofline.ts';
import { rowOperatorTime } from './row-operators.ts';
import { bestMapping, createCoreSearch, createMapper } from './tile-search.ts';
import type { Mapper, MatmulMapping } from './tile-search.ts';

export interface OperatorTime {
  readonly operator: Operator;
  /** Seconds of the work, and of launching its kernels. */
  readonly work: number;
  readonly launch: number;
  /** Absent for all-reduce, which no chip's roofline bounds. */
  readonly roofline?: RooflineBound & Work;
  /** How the tile search mapped a product, and how many products ran side by side. */
  readonly mapping?: MatmulMapping & { readonly ways: number };
}

export interface LayerTime {
  /** Seconds. */
  readonly total: number;
  readonly operators: readonly OperatorTime[];
}

/** The mapper of one of `ways` parts of the device. */
export type MapperOf = (ways: number) => Mapper;

// #region layer-time
/** The time of one layer of `model` on `system` for one pass (prefill, decode or a chunk of a prefill). */
export function layerTime(
  system: System,
  model: Model,
  pass: Pass,
  mapperOf = createMapperPool(system.device, model.bytes),
): LayerTime {
  const operators = layerOperators(model, pass, system.devices).map((operator) =>
    operatorTime(system, operator, model.bytes, mapperOf),
  );
  return { total: operators.reduce((sum, { work, launch }) => sum + work + launch, 0), operators };
}
// #endregion layer-time

function operatorTime(system: System, operator: Operator, bytes: number, mapperOf: MapperOf): OperatorTime {
  const { device } = system;
  if (operator.kind === 'all-reduce')
    return { operator, work: allReduceTime(system, operator.elements * bytes), launch: 0 };
  if (operator.kind === 'matmul') {
    const mapping = batchedMapping(device, operator, mapperOf);
    const work = operator.launches * mapping.time;
    const launch = operator.launches * device.launch.matmul;
    return { operator, work, launch, mapping, roofline: operatorRoofline(device, operator, bytes) };
  }
  const work = rowOperatorTime(device, operator, bytes);
  return { operator, work, launch: device.launch[operator.kind], roofline: operatorRoofline(device, operator, bytes) };
}

/** The roofline bound of a product or a row operator on `device`, with its FLOPs and bytes. */
export function operatorRoofline(
  device: Device,
  operator: Exclude<Operator, { kind: 'all-reduce' }>,
  bytes: number,
): RooflineBound & Work {
  const product = operator.kind === 'matmul';
  const work = product ? matmulWork(operator, bytes) : rowWork(operator, bytes, device.vector.exp);
  const peak = product ? matrixPeak(device) : vectorPeak(device);
  return { ...work, ...rooflineBound({ peak, bandwidth: bandwidth(device) }, work) };
}

// #region batched
/** The fastest way to run `groups` independent products: some at a time, each on its part of the device. */
function batchedMapping(
  device: Device,
  { groups, m, n, k }: Matmul,
  mapperOf: MapperOf,
): MatmulMapping & { ways: number } {
  let best: (MatmulMapping & { ways: number }) | undefined;
  for (const ways of sideBySide(groups)) {
    if (ways > device.cores) break;
    const mapping = bestMapping(mapperOf(ways), { m, n, k });
    if (!mapping) break; // a part this small holds no tile
    const time = Math.ceil(groups / ways) * mapping.time;
    if (!best || time < best.time) best = { ...mapping, time, ways };
  }
  if (!best) throw new RangeError(`no tile fits into a global buffer of ${device.globalBuffer} bytes`);
  return best;
}
// #endregion batched

/** How many of `groups` products to run at a time: one, and twice as many at each step, dealt out evenly, up to all. */
function sideBySide(groups: number): number[] {
  const doublings = Math.ceil(Math.log2(groups));
  return Array.from({ length: doublings + 1 }, (_, i) => Math.ceil(groups / Math.ceil(groups / 2 ** i)));
}

/** What has been found about tiles on the cores of devices, by the part of the device that decides it. */
export type CoreSearches = Map<string, Mapper['coreMapping']>;

/**
 * Mappers are made when first asked for and kept, since the products of a layer share many tiles. `searches` that outlive
 * the pool spare the search on the cores for devices that differ in main memory or in the global buffer's size alone.
 */
export function createMapperPool(device: Device, bytes: number, searches: CoreSearches = new Map()): MapperOf {
  const pool = new Map<number, Mapper>();
  return (ways) => {
    let mapper = pool.get(ways);
    if (!mapper) {
      const part = partOf(device, ways);
      const key = onChip(part, bytes);
      let search = searches.get(key);
      if (!search) searches.set(key, (search = createCoreSearch(part, bytes)));
      pool.set(ways, (mapper = createMapper(part, bytes, search)));
    }
    return mapper;
  };
}

/** All of a device that the mapping of a tile onto its cores depends on. */
function onChip(device: Device, bytes: number): string {
  const { frequency, cores, lanes, array, vector, localBuffer, globalBandwidth } = device;
  return JSON.stringify([frequency, cores, lanes, array, vector, localBuffer, globalBandwidth, bytes]);
}
