import { describe, expect, it } from 'vitest';
import { dieArea } from './area.ts';
import type { Device } from './device.ts';
import { GA100, THROUGHPUT_ORIENTED } from './presets.ts';
import { hbmDie } from './replication.ts';

describe('dieArea', () => {
  it('is within the paper’s 5.1 % of the 826 mm² of a GA100', () => {
    expect(Math.abs(dieArea(hbmDie(GA100)).total / 826 - 1)).toBeLessThan(0.051);
  });

  it('adds up its parts', () => {
    const { total, core, ...parts } = dieArea(hbmDie(GA100));
    expect(Object.values(parts).reduce((a, b) => a + b)).toBeCloseTo(total, 9);
    expect(128 * Object.values(core).reduce((a, b) => a + b, 0)).toBeCloseTo(parts.cores, 9);
  });

  it('worked by hand: 4 lanes of 16 integer, 16 single and 8 double units take 41.88 million transistors', () => {
    // 4 · (16 · 177 690 + 16 · 685 300 · (23/52)² + 8 · 685 300) = 41.88 million, of which 96.3 million fit on a mm²
    expect(dieArea(hbmDie(GA100)).core.vector).toBeCloseTo(41.88 / 96.3, 3);
  });

  it('spends more on 256 lanes of PCIe than on six stacks of HBM', () => {
    const die = { device: THROUGHPUT_ORIENTED, links: 12 };
    const pcie = dieArea({ ...die, memory: { interface: 'PCIe 5.0', channels: 256 } }).memoryInterface;
    expect(pcie).toBeGreaterThan(dieArea(hbmDie(THROUGHPUT_ORIENTED)).memoryInterface);
  });

  it.each<[string, Partial<Device>]>([
    ['cores', { cores: 129 }],
    ['lanes', { lanes: 5 }],
    ['array', { array: { rows: 32, cols: 16, macs: 1 } }],
    ['local buffer', { localBuffer: 512 * 1024 }],
    ['global buffer', { globalBuffer: 49 * 2 ** 20 }],
  ])('grows with the %s', (_, more) => {
    expect(dieArea(hbmDie({ ...GA100, ...more })).total).toBeGreaterThan(dieArea(hbmDie(GA100)).total);
  });
});
