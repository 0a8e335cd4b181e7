/** What this page's figures and text run: one GPT-3 layer on four devices, batch 8, 2048 tokens in, the 1024th out. */
import { dieArea } from '#mechanisms/hardware/area.ts';
import { matrixPeak } from '#mechanisms/hardware/device.ts';
import type { Device } from '#mechanisms/hardware/device.ts';
import { layerTime } from '#mechanisms/hardware/layer.ts';
import type { LayerTime } from '#mechanisms/hardware/layer.ts';
import { predictMatmuls } from '#mechanisms/hardware/matmul-predictions.ts';
import { decode, GPT3, prefill } from '#mechanisms/hardware/operators.ts';
import { CORE_SIZES, GA100, LATENCY_ORIENTED, nvlinkNode, THROUGHPUT_ORIENTED } from '#mechanisms/hardware/presets.ts';
import { productGroups } from '#mechanisms/hardware/product-groups.ts';
import { COMPARISONS, hbmDie } from '#mechanisms/hardware/replication.ts';
import { ridgePoint } from '#mechanisms/hardware/roofline.ts';
import { createMapper, type Mapper } from '#mechanisms/hardware/tile-search.ts';

export const passes = { prefill: prefill(8, 2048), decode: decode(8, 2048 + 1024 + 1) };
export const layerOn = (device: Device) => ({
  prefill: layerTime(nvlinkNode(device), GPT3, passes.prefill),
  decode: layerTime(nvlinkNode(device), GPT3, passes.decode),
});

/** The paper's baseline, and its design A with a quarter of the arithmetic. */
export const baseline = layerOn(GA100);
export const quarter = layerOn(CORE_SIZES.A);
export const groups = { prefill: productGroups(baseline.prefill), decode: productGroups(baseline.decode) };
export const roof = { peak: matrixPeak(GA100), bandwidth: GA100.memoryBandwidth };
export const ridge = ridgePoint(roof);

/** The operator called `name` of a layer. */
export const operatorOf = ({ operators }: LayerTime, name: string) =>
  operators.find(({ operator }) => operator.name === name)!;
/** Seconds of a layer spent on launching kernels. */
export const launches = ({ operators }: LayerTime): number => operators.reduce((sum, { launch }) => sum + launch, 0);
/** The weights of one layer on one of four devices: bytes, and seconds to read them once. */
export const weightBytes = (12 * GPT3.hidden ** 2 * GPT3.bytes) / 4;
export const weightSeconds = weightBytes / GA100.memoryBandwidth;
/** Seconds of arithmetic with those weights for so many tokens, at the peak. */
export const arithmeticSeconds = (tokens: number): number => (weightBytes * tokens) / roof.peak; // 2 FLOPs for 2 bytes

export const predictions = predictMatmuls();
/** Our number for a comparison of the paper. */
export const ours = (id: string): number => COMPARISONS.find((comparison) => comparison.id === id)!.ours();

/** A machine to calculate by hand: an element a tick through memory, a multiply–accumulate a tick, sums for nothing. */
export const toy = (globalBuffer: number): Mapper => ({
  bytes: 1,
  device: {
    ...GA100,
    frequency: 1,
    globalBuffer,
    memoryBandwidth: 1,
    globalBandwidth: Infinity,
    vector: { ...GA100.vector, width: Infinity },
  },
  coreMapping: (tile) => ({ ...anyMapping, cycles: tile.m * tile.n * tile.k }),
});
const anyMapping = createMapper(GA100, 1).coreMapping({ m: 2, n: 2, k: 2 });
/** The same with a slower memory: elements a tick. */
export function slow(globalBuffer: number, memoryBandwidth: number): Mapper {
  const mapper = toy(globalBuffer);
  return { ...mapper, device: { ...mapper.device, memoryBandwidth } };
}
export const toyProduct = { m: 4, n: 6, k: 4 };
export const toyTile = { m: 2, n: 2, k: 2 };

export const areas = {
  ga100: dieArea(hbmDie(GA100)),
  latency: dieArea(hbmDie(LATENCY_ORIENTED)),
  throughput: dieArea({ device: THROUGHPUT_ORIENTED, memory: { interface: 'PCIe 5.0', channels: 256 }, links: 12 }),
};
