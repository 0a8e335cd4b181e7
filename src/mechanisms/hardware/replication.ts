/**
 * The comparisons of LLMCompass (Sec. IV, V) computed anew with this folder's own tile search. The paper's mapper and
 * ours search different mappings, so the two agree in kind rather than to the digit; each entry carries both numbers and
 * the place of the paper's. Workload: one GPT-3 layer on four devices, batch 8, input 2048, the 1024th output token.
 */
import { dieArea } from './area.ts';
import type { Die } from './area.ts';
import type { Device } from './device.ts';
import { layerTime } from './layer.ts';
import { MEASURED_DECODE, MEASURED_PREFILL, measuredTotal } from './measurements.ts';
import type { Measurement } from './measurements.ts';
import { GPT3, decode, prefill } from './operators.ts';
import type { Pass } from './operators.ts';
import { A100, CORE_SIZES, GA100, LATENCY_ORIENTED, THROUGHPUT_ORIENTED, nvlinkNode } from './presets.ts';

export interface Comparison {
  readonly id: string;
  /** What both numbers are: a ratio, with its numerator and denominator named. */
  readonly quantity: string;
  readonly ours: () => number;
  readonly paper: number;
  /** Where the paper says it. */
  readonly locator: string;
}

const PREFILL = prefill(8, 2048);
const DECODE = decode(8, 2048 + 1024 + 1);

const time = (device: Device, pass: Pass, devices = 4): number =>
  layerTime(nvlinkNode(device, devices), GPT3, pass).total;
const ratio = (a: Device, b: Device, pass: Pass) => (): number => time(a, pass) / time(b, pass);

const withBandwidth = (stacks: number): Device => ({ ...A100, memoryBandwidth: stacks * 409.6e9 }); // "400 GB/s" each
const withLocalBuffer = (device: Device, kib: number): Device => ({ ...device, localBuffer: kib * 1024 });

/** The die that the paper's designs vary: six HBM2e stacks, twelve links. */
export const hbmDie = (device: Device): Die => ({ device, memory: { interface: 'HBM2e', channels: 6 }, links: 12 });
const areaRatio = (a: Device, b: Device) => (): number => dieArea(hbmDie(a)).total / dieArea(hbmDie(b)).total;
const measuredRatio = (measured: Measurement) => (): number => time(A100, measured.pass) / measuredTotal(measured);

/** Seconds to read `input` tokens and write `output` tokens with one layer, decoding interpolated between its ends. */
export function requestTime(device: Device, devices: number, batch: number, input: number, output: number): number {
  const [first, last] = [input, input + output].map((context) => time(device, decode(batch, context + 1), devices));
  return time(device, prefill(batch, input), devices) + (output * (first! + last!)) / 2;
}

/** The corners of the paper's grid of input and output lengths (Figures 10, 12). */
const LENGTHS = [256, 2048].flatMap((input) => [256, 2048].map((output) => [input, output] as const));

/** Sequences of `length` tokens whose keys and values fit beside twelve layers of GPT-3 (ae/figure12). */
export function largestBatch({ memoryCapacity }: Device, length: number): number {
  const weights = 12 * 12 * GPT3.hidden ** 2 * GPT3.bytes;
  const perToken = (12 * 2 * GPT3.bytes + 8) * GPT3.hidden; // keys and values of twelve layers, and activations
  return Math.floor((memoryCapacity - weights) / (perToken * length));
}

/** Of numbers over the grid of lengths. */
function geometricMean(of: (input: number, output: number) => number): number {
  return Math.exp(LENGTHS.reduce((sum, [input, output]) => sum + Math.log(of(input, output)), 0) / LENGTHS.length);
}

/** One device with twelve layers and its largest batch: seconds per request, requests per second. */
function fullMemory(device: Device, input: number, output: number): { latency: number; throughput: number } {
  const batch = largestBatch(device, input + output);
  const latency = requestTime(device, 1, batch, input, output);
  return { latency, throughput: batch / latency };
}

export const COMPARISONS: readonly Comparison[] = [
  entry(
    'prefill',
    'predicted / measured prefill, A100 node',
    measuredRatio(MEASURED_PREFILL),
    1.0069,
    'Sec. III-C, 0.69 % on average',
  ),
  entry(
    'decode',
    'predicted / measured decode, A100 node',
    measuredRatio(MEASURED_DECODE),
    1.075,
    'Sec. III-C, 7.5 % on average',
  ),
  entry(
    'quarter-prefill',
    'prefill time, design A / GA100',
    ratio(CORE_SIZES.A, CORE_SIZES.B, PREFILL),
    3.25,
    'Sec. IV-B, Figure 7',
  ),
  entry(
    'quarter-decode',
    'decode time, design A / GA100',
    ratio(CORE_SIZES.A, CORE_SIZES.B, DECODE),
    1.001,
    'Sec. IV-B, Figure 7',
  ),
  entry('quarter-area', 'die area, design A / GA100', areaRatio(CORE_SIZES.A, CORE_SIZES.B), 0.578, 'Sec. IV-B'),
  entry(
    'bandwidth-prefill',
    'prefill time, 2000 / 800 GB/s',
    ratio(withBandwidth(5), withBandwidth(2), PREFILL),
    1 - 0.143,
    'Sec. IV-C, Figure 8',
  ),
  entry(
    'bandwidth-decode',
    'decode time, 800 / 2000 GB/s',
    ratio(withBandwidth(2), withBandwidth(5), DECODE),
    1.88,
    'Sec. IV-C, Figure 8',
  ),
  entry(
    'bandwidth-more-prefill',
    'prefill time, 3200 / 2000 GB/s',
    ratio(withBandwidth(8), withBandwidth(5), PREFILL),
    1 - 0.035,
    'Sec. IV-C, Figure 8',
  ),
  entry(
    'bandwidth-more-decode',
    'decode time, 2000 / 3200 GB/s',
    ratio(withBandwidth(5), withBandwidth(8), DECODE),
    1.26,
    'Sec. IV-C, Figure 8',
  ),
  entry(
    'local-buffer',
    'prefill time, 64 / 192 KB',
    ratio(withLocalBuffer(A100, 64), A100, PREFILL),
    1.18,
    'Sec. IV-D, Figure 9',
  ),
  entry(
    'local-buffer-area',
    'die area, 192 / 64 KB',
    areaRatio(GA100, withLocalBuffer(GA100, 64)),
    1.058,
    'Sec. IV-D, Figure 9',
  ),
  entry(
    'local-buffer-more',
    'prefill time, 192 / 1024 KB',
    ratio(A100, withLocalBuffer(A100, 1024), PREFILL),
    1.002,
    'Sec. IV-D, Figure 9',
  ),
  entry(
    'local-buffer-more-area',
    'die area, 1024 / 192 KB',
    areaRatio(withLocalBuffer(GA100, 1024), GA100),
    1.288,
    'Sec. IV-D, Figure 9',
  ),
  entry(
    'latency-area',
    'die area, latency-oriented / GA100',
    areaRatio(LATENCY_ORIENTED, GA100),
    1 - 0.421,
    'Sec. V-A, Table IV',
  ),
  entry(
    'latency-performance',
    'speed, latency-oriented / GA100, four devices, batch 16',
    () => geometricMean((i, o) => requestTime(GA100, 4, 16, i, o) / requestTime(LATENCY_ORIENTED, 4, 16, i, o)),
    0.953,
    'Sec. V-A, Figure 10',
  ),
  entry(
    'throughput-performance',
    'requests per second, throughput-oriented / GA100, largest batches',
    () =>
      geometricMean((i, o) => fullMemory(THROUGHPUT_ORIENTED, i, o).throughput / fullMemory(GA100, i, o).throughput),
    1.42,
    'Sec. V-B, Figure 12',
  ),
  entry(
    'throughput-latency',
    'latency, throughput-oriented / GA100, largest batches',
    () => geometricMean((i, o) => fullMemory(THROUGHPUT_ORIENTED, i, o).latency / fullMemory(GA100, i, o).latency),
    9.21,
    'Sec. V-B, Figure 12',
  ),
];

function entry(id: string, quantity: string, ours: () => number, paper: number, locator: string): Comparison {
  return { id, quantity, ours, paper, locator };
}
