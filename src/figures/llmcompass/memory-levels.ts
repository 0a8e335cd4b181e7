/** One product, MLP up of a prefill, as the search lays it on a GA100: what each level of memory holds. */
import { formatBinaryBytes, formatBytes, formatSI } from '#draw/format.ts';
import { GPT3 } from '#mechanisms/hardware/operators.ts';
import { GA100 } from '#mechanisms/hardware/presets.ts';
import { footprint, type Extents } from '#mechanisms/hardware/tiles.ts';
import { landscape } from './mlp-mappings.ts';

export interface Level {
  readonly name: string;
  readonly size: string;
  readonly use: string;
  readonly holds: Extents;
  /** How it goes on to the next level. */
  readonly down?: string;
}

export const { product, best } = landscape.prefill;
const { subTile, lanes } = best.cores;
export const lanePart: Extents = { m: subTile.m / lanes.m, n: subTile.n / lanes.n, k: subTile.k / lanes.k };

/** Bytes of a buffer that a tile takes, twice where it is double buffered. */
export const occupied = (tile: Extents, doubleBuffered: boolean): number =>
  footprint(tile) * GPT3.bytes * (doubleBuffered ? 2 : 1);
const used = (tile: Extents, double: boolean): string =>
  `这一块${double ? '（双份）' : ''}占 ${formatBinaryBytes(occupied(tile, double))}`;

export const levels: readonly Level[] = [
  {
    name: '显存',
    size: formatBytes(GA100.memoryCapacity),
    use: `整个乘法占 ${formatBytes(footprint(product) * GPT3.bytes)}`,
    holds: product,
    down: `${GA100.memoryBandwidth / 1e9} GB/s`,
  },
  {
    name: '全局缓存',
    size: `${formatBinaryBytes(GA100.globalBuffer)}，全片一块`,
    use: used(best.tile, best.doubleBuffered),
    holds: best.tile,
    down: `${formatSI(GA100.globalBandwidth * GA100.frequency)}B/s`,
  },
  {
    name: '局部缓存',
    size: `${formatBinaryBytes(GA100.localBuffer)}，${GA100.cores} 个核各一块`,
    use: used(subTile, best.cores.doubleBuffered),
    holds: subTile,
    down: `分给 ${GA100.lanes} 个 lane`,
  },
  {
    name: '脉动阵列',
    size: `${GA100.array.rows}×${GA100.array.cols} 个乘加单元，每个 lane 一个`,
    use: '一拍一层，沿 k 走完',
    holds: lanePart,
  },
];
