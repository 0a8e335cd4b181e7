import { describe, expect, it } from 'vitest';
import { createMapperPool, layerTime } from './layer.ts';
import type { CoreSearches } from './layer.ts';
import { MEASURED_DECODE, MEASURED_PREFILL, measuredTotal } from './measurements.ts';
import { GPT3, decode, prefill } from './operators.ts';
import type { Pass } from './operators.ts';
import { A100, nvlinkNode } from './presets.ts';

const NODE = nvlinkNode(A100);
const DENSE = ['Q, K, V projection', 'Output projection', 'MLP up', 'MLP down'];

const boundsOfDense = (pass: Pass): (string | undefined)[] =>
  layerTime(NODE, GPT3, pass).operators.flatMap(({ operator, roofline }) =>
    DENSE.includes(operator.name) ? [roofline?.boundBy] : [],
  );

describe('layerTime', () => {
  it('finds prefill bound by compute and decode bound by memory on an A100', () => {
    expect(new Set(boundsOfDense(prefill(8, 2048)))).toEqual(new Set(['compute']));
    expect(new Set(boundsOfDense(decode(8, 3073)))).toEqual(new Set(['memory']));
  });

  it('finds the weights of a decode pass bound by compute once the batch passes the ridge', () => {
    expect(new Set(boundsOfDense(decode(1024, 64)))).toEqual(new Set(['compute']));
  });

  it.each([
    ['prefill within 5 %', MEASURED_PREFILL, 0.05],
    ['decode within 15 %', MEASURED_DECODE, 0.15],
  ])('predicts the layer that the authors measured on four A100s: %s', (_, measured, tolerance) => {
    const { total } = layerTime(NODE, GPT3, measured.pass);
    expect(Math.abs(total / measuredTotal(measured) - 1)).toBeLessThan(tolerance);
  });

  it('runs the heads of a decode pass side by side, near the bandwidth of the device', () => {
    const scores = layerTime(NODE, GPT3, decode(8, 3073)).operators.find(({ operator }) => operator.name === 'Q·Kᵀ')!;
    expect(scores.mapping!.ways).toBeGreaterThan(16);
    expect(scores.work / scores.roofline!.time).toBeLessThan(1.1);
  });

  it('adds up its operators, in the order of the layer, without all-reduce on one device', () => {
    const { total, operators } = layerTime(nvlinkNode(A100, 1), GPT3, prefill(1, 512));
    expect(operators.map(({ operator }) => operator.kind)).not.toContain('all-reduce');
    expect(operators.reduce((sum, { work, launch }) => sum + work + launch, 0)).toBe(total);
  });

  it('refuses a device that cannot hold one tile', () => {
    expect(() => layerTime(nvlinkNode({ ...A100, globalBuffer: 1024 }), GPT3, prefill(1, 512))).toThrow(RangeError);
  });

  it('finds the same times with searches kept from other devices as with none', () => {
    const searches: CoreSearches = new Map();
    const devices = [
      A100,
      { ...A100, memoryBandwidth: 4e11 },
      { ...A100, globalBuffer: 5 * 2 ** 20 },
      { ...A100, cores: 32 },
    ];
    for (const device of [...devices, { ...A100, localBuffer: 65_536 }])
      for (const pass of [prefill(2, 512), decode(4, 600)]) {
        const kept = layerTime(nvlinkNode(device), GPT3, pass, createMapperPool(device, GPT3.bytes, searches));
        expect(kept).toEqual(layerTime(nvlinkNode(device), GPT3, pass));
      }
  });
});
