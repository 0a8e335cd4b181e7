import type { Device } from '#mechanisms/hardware/device.ts';
import { matrixPeak } from '#mechanisms/hardware/device.ts';
import { createMapperPool, layerTime, type CoreSearches, type LayerTime } from '#mechanisms/hardware/layer.ts';
import { decode, GPT3, prefill } from '#mechanisms/hardware/operators.ts';
import { GA100, nvlinkNode } from '#mechanisms/hardware/presets.ts';
import { productGroups, type ProductGroup } from '#mechanisms/hardware/product-groups.ts';
import type { Roof } from '#mechanisms/hardware/roofline.ts';

export const phases = ['prefill', 'decode'] as const;
export type Phase = (typeof phases)[number];

/** The side of a lane's systolic array; its vector unit keeps the proportion of the paper's designs A and B. */
const SIDES = { quarter: 8, full: 16, quadruple: 32 } as const;
export type Compute = keyof typeof SIDES;

/** Bytes per second of one stack of HBM2e, five of which serve a GA100. */
export const STACK = GA100.memoryBandwidth / 5;

export interface Design {
  readonly compute: Compute;
  readonly stacks: number;
  /** KiB of each core, MiB of the die. */
  readonly local: number;
  readonly global: number;
  readonly batch: number;
}

export interface PhaseResult {
  readonly layer: LayerTime;
  readonly reference: LayerTime;
  /** Time over the reference's. */
  readonly ratio: number;
  readonly launch: number;
  readonly groups: Record<'weights' | 'attention', ProductGroup>;
}

export interface Measured extends Record<Phase, PhaseResult> {
  readonly roof: Roof;
  readonly referenceRoof: Roof;
}

/** One layer of GPT-3 on four devices of the design, beside four GA100 with the same batch. */
export function measure({ batch, ...design }: Design): Measured {
  const device = deviceOf(design);
  const both = (phase: Phase): PhaseResult => {
    const [layer, reference] = [timed(device, phase, batch), referenceLayer(phase, batch)];
    const launch = layer.operators.reduce((sum, one) => sum + one.launch, 0);
    return { layer, reference, ratio: layer.total / reference.total, launch, groups: productGroups(layer) };
  };
  return { prefill: both('prefill'), decode: both('decode'), roof: roofOf(device), referenceRoof: roofOf(GA100) };
}

function deviceOf({ compute, stacks, local, global }: Omit<Design, 'batch'>): Device {
  const side = SIDES[compute];
  return {
    ...GA100,
    array: { rows: side, cols: side, macs: 1 },
    vector: { ...GA100.vector, width: (side / SIDES.full) ** 2 * GA100.vector.width },
    localBuffer: local * 1024,
    globalBuffer: global * 2 ** 20,
    memoryBandwidth: stacks * STACK,
  };
}

/** Kept between moves: only arithmetic and the local buffer change what the cores do with a tile. */
const searches: CoreSearches = new Map();

function timed(device: Device, phase: Phase, batch: number): LayerTime {
  const pass = phase === 'prefill' ? prefill(batch, 2048) : decode(batch, 2048 + 1024 + 1);
  return layerTime(nvlinkNode(device), GPT3, pass, createMapperPool(device, GPT3.bytes, searches));
}

const roofOf = (device: Device): Roof => ({ peak: matrixPeak(device), bandwidth: device.memoryBandwidth });

/** The GA100's layers, asked for at every move of a control. */
const references = new Map<string, LayerTime>();
function referenceLayer(phase: Phase, batch: number): LayerTime {
  const key = `${phase} ${batch}`;
  let layer = references.get(key);
  if (!layer) references.set(key, (layer = timed(GA100, phase, batch)));
  return layer;
}
