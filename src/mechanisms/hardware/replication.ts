/**
 * The comparisons of LLMCompass (Sec. III to V) computed anew with this folder's own tile search. The paper's mapper and
 * ours search different mappings, so the two agree in kind rather than to the digit; each entry carries both numbers and
 * the place of the paper's, sections as in arXiv:2312.03134. Its two errors are averages over A100 and TPUv3, ours those
 * of the A100. Workload, unless said: one GPT-3 layer on four devices, batch 8, input 2048, the 1024th output token.
 */
import { dieArea } from './area.ts';
import type { Die } from './area.ts';
import type { Device } from './device.ts';
import { layerTime } from './layer.ts';
import { MEASURED_DECODE, MEASURED_PREFILL, measuredTotal } from './measurements.ts';
import type { Measurement } from './measurements.ts';
import { meanError, predictMatmuls } from './matmul-predictions.ts';
import { GPT3, decode, prefill } from './operators.ts';
import type { Pass } from './operators.ts';
import { A100, CORE_SIZES, GA100, LATENCY_ORIENTED, THROUGHPUT_ORIENTED, nvlinkNode } from './presets.ts';
import { largestBatch, requestTime } from './request.ts';

export interface Comparison {
  readonly id: string;
  /** What both numbers are: a ratio with numerator and denominator named, or a relative error. */
  readonly quantity: string;
  readonly ours: () => number;
  readonly paper: number;
  /** Where the paper says it. */
  readonly locator: string;
}

const PREFILL = prefill(8, 2048);
const DECODE = decode(8, 2048 + 1024 + 1);

const time = (device: Device, pass: Pass): number => layerTime(nvlinkNode(device), GPT3, pass).total;
const ratio = (a: Device, b: Device, pass: Pass) => (): number => time(a, pass) / time(b, pass);

const withBandwidth = (stacks: number): Device => ({ ...A100, memoryBandwidth: stacks * 409.6e9 }); // "400 GB/s" each
const withLocalBuffer = (device: Device, kib: number): Device => ({ ...device, localBuffer: kib * 1024 });

/** The die that the paper's designs vary: six HBM2e stacks, twelve links. */
export const hbmDie = (device: Device): Die => ({ device, memory: { interface: 'HBM2e', channels: 6 }, links: 12 });
const areaRatio = (a: Device, b: Device) => (): number => dieArea(hbmDie(a)).total / dieArea(hbmDie(b)).total;
const predictionError = (measured: Measurement) => (): number =>
  Math.abs(time(A100, measured.pass) / measuredTotal(measured) - 1);

/** The corners of the paper's grid of input and output lengths (Figures 10, 12). */
const LENGTHS = [256, 2048].flatMap((input) => [256, 2048].map((output) => ({ input, output })));

/** Of one number for each pair of lengths. */
function geometricMean(of: (lengths: { input: number; output: number }) => number): number {
  return Math.exp(LENGTHS.reduce((sum, lengths) => sum + Math.log(of(lengths)), 0) / LENGTHS.length);
}

/** Figure 10: four devices, batch 16. */
const speedAtBatch16 = (): number => {
  const seconds = (device: Device, lengths: { input: number; output: number }): number =>
    requestTime(nvlinkNode(device), GPT3, { batch: 16, ...lengths });
  return geometricMean((lengths) => seconds(GA100, lengths) / seconds(LATENCY_ORIENTED, lengths));
};

/** Figure 12: one device with twelve layers and as large a batch as its memory holds. */
const fullMemoryRatio = (of: (batch: number, seconds: number) => number) => (): number => {
  const on = (device: Device, lengths: { input: number; output: number }): number => {
    const batch = largestBatch(device, GPT3, 12, lengths.input + lengths.output);
    return of(batch, requestTime(nvlinkNode(device, 1), GPT3, { batch, ...lengths }));
  };
  return geometricMean((lengths) => on(THROUGHPUT_ORIENTED, lengths) / on(GA100, lengths));
};

const { A, B } = CORE_SIZES;
const [bw800, bw2000, bw3200] = [2, 5, 8].map(withBandwidth) as [Device, Device, Device];
const [kb64, kb1024] = [64, 1024].map((kib) => withLocalBuffer(A100, kib)) as [Device, Device];
const [die64, die1024] = [64, 1024].map((kib) => withLocalBuffer(GA100, kib)) as [Device, Device];

// prettier-ignore
const ROWS: readonly (readonly [id: string, quantity: string, ours: () => number, paper: number, locator: string])[] = [
  ['matmul-error', 'mean error of 20 products, A100', () => meanError(predictMatmuls(), 'searched'), 0.09, 'Sec. III-C, Figure 5'],
  ['prefill-error', 'error of prefill time, A100 node', predictionError(MEASURED_PREFILL), 0.0069, 'Sec. III-C'],
  ['decode-error', 'error of decode time, A100 node', predictionError(MEASURED_DECODE), 0.075, 'Sec. III-C'],
  ['quarter-prefill', 'prefill time, design A / GA100', ratio(A, B, PREFILL), 3.25, 'Sec. IV-B, Figure 7'],
  ['quarter-decode', 'decode time, design A / GA100', ratio(A, B, DECODE), 1.001, 'Sec. IV-B, Figure 7'],
  ['quarter-area', 'die area, design A / GA100', areaRatio(A, B), 0.578, 'Sec. IV-B, Figure 7'],
  ['bandwidth-prefill', 'prefill time, 2000 / 800 GB/s', ratio(bw2000, bw800, PREFILL), 0.857, 'Sec. IV-C, Figure 8'],
  ['bandwidth-decode', 'decode time, 800 / 2000 GB/s', ratio(bw800, bw2000, DECODE), 1.88, 'Sec. IV-C, Figure 8'],
  ['bandwidth-more-prefill', 'prefill time, 3200 / 2000 GB/s', ratio(bw3200, bw2000, PREFILL), 0.965, 'Sec. IV-C, Figure 8'],
  ['bandwidth-more-decode', 'decode time, 2000 / 3200 GB/s', ratio(bw2000, bw3200, DECODE), 1.26, 'Sec. IV-C, Figure 8'],
  ['local-buffer', 'prefill time, 64 / 192 KB', ratio(kb64, A100, PREFILL), 1.18, 'Sec. IV-D, Figure 9'],
  ['local-buffer-area', 'die area, 192 / 64 KB', areaRatio(GA100, die64), 1.058, 'Sec. IV-D, Figure 9'],
  ['local-buffer-more', 'prefill time, 192 / 1024 KB', ratio(A100, kb1024, PREFILL), 1.002, 'Sec. IV-D, Figure 9'],
  ['local-buffer-more-area', 'die area, 1024 / 192 KB', areaRatio(die1024, GA100), 1.288, 'Sec. IV-D, Figure 9'],
  ['latency-area', 'die area, latency-oriented / GA100', areaRatio(LATENCY_ORIENTED, GA100), 0.579, 'Sec. V-A, Table IV'],
  ['latency-speed', 'speed, latency-oriented / GA100', speedAtBatch16, 0.953, 'Sec. V-A, Figure 10'],
  ['throughput-throughput', 'throughput, throughput-oriented / GA100', fullMemoryRatio((batch, s) => batch / s), 1.42, 'Sec. V-B, Figure 12'],
  ['throughput-latency', 'latency, throughput-oriented / GA100', fullMemoryRatio((_, s) => s), 9.21, 'Sec. V-B, Figure 12'],
];

export const COMPARISONS: readonly Comparison[] = ROWS.map(([id, quantity, ours, paper, locator]) => ({
  id,
  quantity,
  ours,
  paper,
  locator,
}));
