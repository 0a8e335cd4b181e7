import { describe, expect, it } from 'vitest';
import { bestCoreMapping, bestLaneMapping } from './core-mapping.ts';
import { vectorFlopsPerCycle } from './device.ts';
import type { Device } from './device.ts';
import { A100, GA100 } from './presets.ts';
import { systolicCycles } from './systolic-array.ts';
import { footprint } from './tiles.ts';
import type { Extents } from './tiles.ts';

/** The slow way: deal the sub-tiles out core by core, collect what each wave reads, step along k. Even cuts only. */
function walked(device: Device, tile: Extents, bytes: number): number {
  const { subTile, rows, cols, doubleBuffered } = bestCoreMapping(device, tile, bytes);
  const arithmetic = bestLaneMapping(device, subTile).cycles + (subTile.m * subTile.n) / vectorFlopsPerCycle(device);
  const waves = new Map<string, { m: number; n: number }[]>();
  for (let m = 0; m < tile.m / subTile.m; m++)
    for (let n = 0; n < tile.n / subTile.n; n++) {
      const wave = [Math.floor(m / rows), Math.floor(n / cols)].join();
      waves.set(wave, [...(waves.get(wave) ?? []), { m, n }]);
    }
  let cycles = 0;
  for (const cores of waves.values()) {
    const a = new Set(cores.map(({ m }) => m)).size * subTile.m * subTile.k;
    const b = new Set(cores.map(({ n }) => n)).size * subTile.n * subTile.k;
    const read = ((a + b) * bytes) / device.globalBandwidth;
    cycles += read;
    for (let k = 0; k < tile.k; k += subTile.k) {
      const next = k + subTile.k < tile.k ? read : 0;
      cycles += doubleBuffered ? Math.max(next, arithmetic) : next + arithmetic;
    }
    cycles += (cores.length * subTile.m * subTile.n * bytes) / device.globalBandwidth;
  }
  return cycles;
}

describe('bestCoreMapping', () => {
  it.each<[string, Device, Extents]>([
    ['64 cores, wide tile', { ...GA100, cores: 64 }, { m: 1024, n: 2048, k: 1024 }],
    ['16 cores, deep tile', { ...GA100, cores: 16 }, { m: 512, n: 512, k: 4096 }],
    ['one core', { ...GA100, cores: 1 }, { m: 128, n: 128, k: 128 }],
    ['a narrow global buffer', { ...GA100, cores: 4, globalBandwidth: 64 }, { m: 512, n: 512, k: 512 }],
    ['a small local buffer', { ...GA100, cores: 16, localBuffer: 12 * 1024 }, { m: 256, n: 256, k: 256 }],
  ])('takes the cycles that a core-by-core walk counts: %s', (_, device, tile) => {
    expect(bestCoreMapping(device, tile, 2).cycles).toBeCloseTo(walked(device, tile, 2), 6);
  });

  it('fits the local buffer, twice where it double-buffers, and uses no core that is not there', () => {
    for (const localBuffer of [12, 24, 48, 192].map((kib) => kib * 1024)) {
      const { subTile, rows, cols, doubleBuffered } = bestCoreMapping(
        { ...A100, localBuffer },
        { m: 1000, n: 777, k: 555 },
        2,
      );
      expect((doubleBuffered ? 2 : 1) * footprint(subTile) * 2).toBeLessThanOrEqual(localBuffer);
      expect(rows * cols).toBeLessThanOrEqual(A100.cores);
    }
    expect(() => bestCoreMapping({ ...A100, localBuffer: 1024 }, { m: 99, n: 99, k: 99 }, 2)).toThrow(RangeError);
  });
});

describe('bestLaneMapping', () => {
  it('divides k when one array already holds the whole of C, and pays for adding the parts', () => {
    const sub = { m: 16, n: 16, k: 512 };
    const { lanes, cycles } = bestLaneMapping(A100, sub);
    expect(lanes).toEqual({ m: 1, n: 1, k: 4 });
    expect(cycles).toBe(systolicCycles(A100.array, { ...sub, k: 128 }) + (3 * 256) / 512);
  });
});
