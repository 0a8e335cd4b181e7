/** How the time of a layer follows its arithmetic and its bandwidth, each phase in multiples of its baseline. */
import type { Point } from '#draw/frame.ts';
import type { Device } from '#mechanisms/hardware/device.ts';
import { A100, GA100 } from '#mechanisms/hardware/presets.ts';
import { layerOn } from './setting.ts';

export type Phase = 'prefill' | 'decode';

function sweep(values: readonly number[], base: number, deviceAt: (value: number) => Device): Record<Phase, Point[]> {
  const reference = layerOn(deviceAt(base));
  const layers = values.map((value) => [value, layerOn(deviceAt(value))] as const);
  const of = (phase: Phase) => layers.map(([x, layer]): Point => [x, layer[phase].total / reference[phase].total]);
  return { prefill: of('prefill'), decode: of('decode') };
}

const stack = 409.6e9; // of HBM2e; the paper calls it 400 GB/s

export const appetite = {
  cores: sweep([32, 48, 64, 96, 128, 192, 256], 128, (cores) => ({ ...GA100, cores })),
  bandwidth: sweep([400, 800, 1200, 1600, 2000, 2400, 3200], 2000, (gigabytes) => ({
    ...A100,
    memoryBandwidth: (gigabytes / 400) * stack,
  })),
};

/** Sec. IV-C, Figure 8: 800 to 2000 GB/s saves 14.3 % of prefill and speeds decode 1.88 times, to 3200 3.5 % and 26 %. */
export const PAPER_BANDWIDTH: Record<Phase, Point[]> = {
  prefill: [
    [800, 1 / (1 - 0.143)],
    [2000, 1],
    [3200, 1 - 0.035],
  ],
  decode: [
    [800, 1.88],
    [2000, 1],
    [3200, 1 / 1.26],
  ],
};
