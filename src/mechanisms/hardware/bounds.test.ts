/** What holds on every device, checked on random ones: nothing beats the roofline, and no more hardware ever hurts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandwidth, matrixPeak } from './device.ts';
import type { Device } from './device.ts';
import { layerTime } from './layer.ts';
import type { Pass } from './operators.ts';
import { A100, nvlinkNode } from './presets.ts';
import { rooflineBound } from './roofline.ts';
import { bestMapping, createMapper } from './tile-search.ts';
import type { Extents } from './tiles.ts';

const integer = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });
const device: fc.Arbitrary<Device> = fc
  .record({
    cores: integer(1, 140),
    lanes: integer(1, 6),
    rows: integer(4, 64),
    cols: integer(4, 64),
    macs: fc.constantFrom(0.5, 1, 2),
    width: integer(4, 64),
    localKiB: integer(16, 512),
    globalKiB: integer(256, 50_000),
    globalBandwidth: integer(64, 8000),
    memoryGBs: integer(50, 4000),
  })
  .map(({ rows, cols, macs, width, localKiB, globalKiB, memoryGBs, ...rest }) => ({
    ...A100,
    ...rest,
    array: { rows, cols, macs },
    vector: { ...A100.vector, width },
    localBuffer: localKiB * 1024,
    globalBuffer: globalKiB * 1024,
    memoryBandwidth: memoryGBs * 1e9,
  }));
const product: fc.Arbitrary<Extents> = fc.record({ m: integer(1, 5000), n: integer(1, 5000), k: integer(1, 5000) });
const pass: fc.Arbitrary<Pass> = fc.oneof(
  fc.record({ batch: integer(1, 20), context: integer(1, 1500) }).map((p) => ({ ...p, tokens: 1 })),
  fc.record({ batch: integer(1, 4), context: integer(1, 1500) }).map((p) => ({ ...p, tokens: p.context })),
);
const MODEL = { hidden: 1024, heads: 16, bytes: 2 };

/** Each grows one resource. A larger systolic array is not among them: its skew can cost more than its cells bring. */
const GROWTH: Record<string, (d: Device, by: number) => Device> = {
  cores: (d, by) => ({ ...d, cores: d.cores + by }),
  lanes: (d, by) => ({ ...d, lanes: d.lanes + by }),
  clock: (d, by) => ({ ...d, frequency: d.frequency * (1 + by / 4) }),
  'vector width': (d, by) => ({ ...d, vector: { ...d.vector, width: d.vector.width + by } }),
  'local buffer': (d, by) => ({ ...d, localBuffer: d.localBuffer + by * 20_000 }),
  'global buffer': (d, by) => ({ ...d, globalBuffer: d.globalBuffer + by * 2_000_000 }),
  'global buffer bandwidth': (d, by) => ({ ...d, globalBandwidth: d.globalBandwidth * (1 + by / 4) }),
  'memory bandwidth': (d, by) => ({ ...d, memoryBandwidth: d.memoryBandwidth * (1 + by / 4) }),
};
const ROUNDING = 1 + 1e-9;

describe('on any device', () => {
  it('no product runs faster than the roofline', () => {
    fc.assert(
      fc.property(device, product, (d, p) => {
        const work = { flops: 2 * p.m * p.n * p.k, bytes: 2 * (p.m * p.k + p.k * p.n + p.m * p.n) };
        const bound = rooflineBound({ peak: matrixPeak(d), bandwidth: bandwidth(d) }, work).time;
        expect(bestMapping(createMapper(d, 2), p)!.time * ROUNDING).toBeGreaterThanOrEqual(bound);
      }),
    );
  });

  it('no operator of a layer runs faster than its roofline', () => {
    fc.assert(
      fc.property(device, pass, (d, p) => {
        for (const { work, roofline } of layerTime(nvlinkNode(d), MODEL, p).operators)
          if (roofline) expect(work * ROUNDING).toBeGreaterThanOrEqual(roofline.time);
      }),
      { numRuns: 60 },
    );
  });

  it.each(Object.entries(GROWTH))('no layer is slower for more of: %s', (_, grow) => {
    fc.assert(
      fc.property(device, pass, integer(1, 12), (d, p, by) => {
        const before = layerTime(nvlinkNode(d), MODEL, p).total;
        expect(layerTime(nvlinkNode(grow(d, by)), MODEL, p).total).toBeLessThanOrEqual(before * ROUNDING);
      }),
      { numRuns: 60 },
    );
  });
});
