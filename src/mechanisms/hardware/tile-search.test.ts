import { describe, expect, it } from 'vitest';
import { MEASURED_MATMULS } from './measurements.ts';
import { A100 } from './presets.ts';
import { bestMapping, createMapper, mappingTime, trafficBytes } from './tile-search.ts';
import type { Mapper } from './tile-search.ts';
import { tilesOf } from './tiles.ts';
import type { Extents, Stationary } from './tiles.ts';

const STATIONARY: readonly Stationary[] = ['A', 'B', 'C'];

/** The slow way: walk tile by tile with a buffer that knows which part of A, B and C it holds. */
function walked(
  mapper: Mapper,
  product: Extents,
  tile: Extents,
  stationary: Stationary,
): { bytes: number; serial: number } {
  const { device, bytes: word } = mapper;
  let held = { a: '', b: '', c: '' };
  let heldC = 0;
  let elements = 0;
  let compute = 0;
  for (const { start, size } of tilesOf(product, tile, stationary)) {
    const now = { a: `${start.m} ${start.k}`, b: `${start.k} ${start.n}`, c: `${start.m} ${start.n}` };
    if (now.a !== held.a) elements += size.m * size.k;
    if (now.b !== held.b) elements += size.k * size.n;
    if (now.c !== held.c) elements += heldC + (start.k > 0 ? size.m * size.n : 0); // out with the old, in with the sums
    [held, heldC] = [now, size.m * size.n];
    compute += mapper.coreMapping(size).cycles / device.frequency;
    if (start.k > 0) {
      compute += (size.m * size.n) / (512 * device.cores * device.frequency);
      compute += (2 * size.m * size.n * word) / (device.globalBandwidth * device.frequency);
    }
  }
  const bytes = (elements + heldC) * word;
  return { bytes, serial: bytes / device.memoryBandwidth + compute };
}

describe('trafficBytes', () => {
  it.each(STATIONARY)(
    'moves the bytes that a walk with a real buffer counts, ragged edges included: %s stays',
    (stays) => {
      const product = { m: 1000, n: 700, k: 900 };
      const tile = { m: 256, n: 300, k: 400 };
      expect(trafficBytes(product, tile, stays, 2)).toBe(walked(createMapper(A100, 2), product, tile, stays).bytes);
    },
  );

  it('worked by hand: C stays, 2 × 3 × 2 tiles, so A moves three times, B twice, C once', () => {
    expect(trafficBytes({ m: 4, n: 6, k: 4 }, { m: 2, n: 2, k: 2 }, 'C', 1)).toBe(3 * 16 + 2 * 24 + 24);
  });
});

describe('mappingTime', () => {
  it.each(STATIONARY)(
    'without double buffering is the sum of transfer and arithmetic over all tiles: %s stays',
    (stays) => {
      const product = { m: 900, n: 700, k: 800 };
      const tile = { m: 256, n: 256, k: 256 };
      const tight = createMapper({ ...A100, globalBuffer: 3 * 256 * 256 * 2 }, 2);
      expect(mappingTime(tight, product, tile, stays) / walked(tight, product, tile, stays).serial).toBeCloseTo(1, 9);
    },
  );

  it('with double buffering is the longer of both per tile, plus the first tile’s shorter one', () => {
    const mapper = createMapper(A100, 2);
    const tile = { m: 512, n: 512, k: 256 };
    const transfer = ((512 * 256 * 2 + 512 * 512) * 2) / A100.memoryBandwidth;
    const compute = mapper.coreMapping(tile).cycles / A100.frequency;
    const expected = 12 * Math.max(transfer, compute) + Math.min(transfer, compute);
    expect(mappingTime(mapper, { m: 2048, n: 1536, k: 256 }, tile, 'C')).toBeCloseTo(expected, 12);
  });
});

describe('bestMapping', () => {
  it('is never slower than any mapping that it may choose', () => {
    const mapper = createMapper(A100, 2);
    const product = { m: 2048, n: 3072, k: 1024 };
    const best = bestMapping(mapper, product)!;
    for (const m of [128, 512, 2048])
      for (const n of [128, 512, 2048])
        for (const k of [128, 512])
          for (const stays of STATIONARY)
            expect(mappingTime(mapper, product, { m, n, k }, stays)).toBeGreaterThanOrEqual(best.time);
  });

  it('is on average within the 9.0 % that the paper reports of the products measured on an A100', () => {
    const mapper = createMapper(A100, 2);
    const errors = MEASURED_MATMULS.map(({ time, ...product }) =>
      Math.abs((bestMapping(mapper, product)!.time + A100.launch.matmul) / time - 1),
    );
    expect(errors.reduce((sum, e) => sum + e) / errors.length).toBeLessThan(0.09);
  });

  it('halves the time of a decoding product when bandwidth doubles, and leaves a prefill product as it was', () => {
    const gain = (m: number): number => {
      const at = (factor: number): number =>
        bestMapping(createMapper({ ...A100, memoryBandwidth: factor * A100.memoryBandwidth }, 2), {
          m,
          n: 12288,
          k: 12288,
        })!.time;
      return at(1) / at(2);
    };
    expect(gain(8)).toBeGreaterThan(1.9);
    expect(gain(16384)).toBeLessThan(1.05);
  });

  it('finds nothing where no tile fits', () => {
    expect(bestMapping(createMapper({ ...A100, globalBuffer: 1024 }, 2), { m: 512, n: 512, k: 512 })).toBeUndefined();
  });
});
