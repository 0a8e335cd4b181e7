/**
 * The devices and the node of LLMCompass: three that it is validated on (Sec. III-C) and the designs that it explores
 * (Sec. IV, V). The numbers are those of the authors' artifact, github.com/PrincetonUniversity/LLMCompass, commit
 * 2e015fd; each preset names its file there.
 */
import type { Device } from './device.ts';
import type { Link, System } from './all-reduce.ts';

const KiB = 1024;
const MiB = 1024 * KiB;
const µs = 1e-6;

/** NVIDIA A100 80 GB: 108 of the die's 128 cores, 40 of its 48 MB of global buffer. */
export const A100: Device = {
  name: 'NVIDIA A100',
  frequency: 1.41e9,
  cores: 108,
  lanes: 4,
  array: { rows: 16, cols: 16, macs: 1 },
  vector: { width: 32, flops: 4, exp: 35 },
  localBuffer: 192 * KiB,
  globalBuffer: 40 * MiB,
  globalBandwidth: 5120,
  memoryBandwidth: 2039e9,
  memoryCapacity: 80e9,
  launch: { matmul: 21 * µs, softmax: 12 * µs, layernorm: 45 * µs, gelu: 45 * µs },
  source: 'hardware_model/compute_module.py, io_module.py: "A100_fp16", "A100"',
};

/** AMD MI210. */
export const MI210: Device = {
  name: 'AMD MI210',
  frequency: 1.4e9,
  cores: 104,
  lanes: 4,
  array: { rows: 16, cols: 16, macs: 0.5 },
  vector: { width: 16, flops: 2, exp: 18 },
  localBuffer: 128 * KiB,
  globalBuffer: 8 * MiB,
  globalBandwidth: 4096,
  memoryBandwidth: 1.6e12,
  memoryCapacity: 64e9,
  launch: { matmul: 34 * µs, softmax: 22 * µs, layernorm: 28 * µs, gelu: 21 * µs },
  source: 'hardware_model/compute_module.py, io_module.py: "MI210_fp16", "MI210"',
};

/** One core of a Google TPUv3. It has no global buffer: its HBM stands in for one, and nothing lies behind it. */
export const TPUv3: Device = {
  name: 'Google TPUv3 core',
  frequency: 940e6,
  cores: 1,
  lanes: 2,
  array: { rows: 128, cols: 128, macs: 1 },
  vector: { width: 128, flops: 4, exp: 15 },
  localBuffer: 16 * MiB,
  globalBuffer: 16 * 1024 * MiB,
  globalBandwidth: 490,
  memoryBandwidth: Infinity,
  memoryCapacity: 16 * 1024 * MiB,
  launch: { matmul: 110 * µs, softmax: 300 * µs, layernorm: 140 * µs, gelu: 100 * µs },
  source: 'hardware_model/compute_module.py, io_module.py: "TPUv3_bf16", "TPUv3"',
};

/** The full GA100 die, the baseline of the explored designs: five HBM2e stacks of 1024 pins at 3.2 Gb/s. */
export const GA100: Device = {
  ...A100,
  name: 'GA100 (full die)',
  cores: 128,
  globalBuffer: 48 * MiB,
  memoryBandwidth: (5 * 1024 * 3.2e9) / 8,
  source: 'configs/GA100.json',
};

/** Sec. V-A: half of the compute and of the global buffer, the same memory. */
export const LATENCY_ORIENTED: Device = {
  ...GA100,
  name: 'Latency-oriented design',
  cores: 64,
  globalBuffer: 24 * MiB,
  globalBandwidth: 2560,
  source: 'configs/latency_design.json',
};

/** Sec. V-B: 512 GB of DRAM over 256 PCIe 5.0 channels of 32 Gb/s instead of HBM, larger arrays and local buffers. */
export const THROUGHPUT_ORIENTED: Device = {
  ...GA100,
  name: 'Throughput-oriented design',
  cores: 64,
  array: { rows: 32, cols: 32, macs: 1 },
  localBuffer: 768 * KiB,
  memoryBandwidth: (256 * 32e9) / 8,
  memoryCapacity: 512e9,
  source: 'configs/prefilling_system.json; capacity: ae/figure12/test_throughput.py',
};

/** Sec. IV-B, Figure 7: one compute budget in five shapes. A has a quarter of it; B is GA100; C, D, E have equal peaks. */
export const CORE_SIZES: Readonly<Record<'A' | 'B' | 'C' | 'D' | 'E', Device>> = {
  A: coreSize('A', 128, 4, 8, 8, 192),
  B: coreSize('B', 128, 4, 16, 32, 192),
  C: coreSize('C', 128, 1, 32, 128, 192),
  D: coreSize('D', 32, 1, 64, 512, 768),
  E: coreSize('E', 8, 1, 128, 2048, 3072),
};

function coreSize(name: string, cores: number, lanes: number, side: number, width: number, localKiB: number): Device {
  return {
    ...GA100,
    name: `Design ${name}`,
    cores,
    lanes,
    array: { rows: side, cols: side, macs: 1 },
    vector: { ...GA100.vector, width },
    localBuffer: localKiB * KiB,
    source: 'ae/figure7/change_core_size.py',
  };
}

const NVLINK3: Link = { bandwidth: 25e9, latency: 8.92 * µs, overhead: 0, flit: 16, maxPayload: 256 };
/** The paper's node: each device spreads twelve NVLink 3 links over the others (hardware_model/interconnect.py). */
export function nvlinkNode(device: Device, devices = 4): System {
  return { device, devices, link: NVLINK3, links: 12, topology: 'fully-connected' };
}
