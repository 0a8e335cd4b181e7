/**
 * The die area of a GPU-like device in 7 nm (LLMCompass, Sec. III-D): transistors counted per unit and divided by the
 * density of the process, SRAM by the size of its bit cell and the efficiency of its arrays, and the interfaces, which
 * do not shrink with the process, measured on die photographs.
 *
 * The coefficients are those of the authors' program (cost_model/cost_model.py, commit 2e015fd) and of the process table
 * that it loads (github.com/PrincetonUniversity/ttm-cas, commit d98ac05). Left out: cost in dollars, 6 and 5 nm,
 * several dies in one package, what is neither core nor buffer nor interface.
 */
import type { Device } from './device.ts';

export interface Die {
  /** All its cores count, also those that a product would switch off. */
  readonly device: Device;
  /** Stacks of HBM2e (1024 bits each) or lanes of PCIe 5.0. */
  readonly memory: { readonly interface: keyof typeof INTERFACE; readonly channels: number };
  /** NVLink 3 links. */
  readonly links: number;
}

/** mm². */
export interface DieArea {
  readonly cores: number;
  readonly crossbar: number;
  readonly globalBuffer: number;
  readonly memoryInterface: number;
  readonly links: number;
  readonly total: number;
  /** Of one core. */
  readonly core: CoreArea;
}

export interface CoreArea {
  readonly control: number;
  readonly vector: number;
  readonly array: number;
  readonly registers: number;
  readonly localBuffer: number;
}

/** Transistors per mm² in 7 nm, and in 90 nm, for which the register file model was fitted. */
const DENSITY = 96.3e6;
const DENSITY_90NM = 1.6e6;
const SRAM_CELL = 1.7e-7; // mm² per bit

/** A 64-bit floating-point unit; narrower ones shrink with the square of the mantissa (52, 23, 10 bits). */
const FPU64 = 685_300;
const FPU32 = FPU64 * (23 / 52) ** 2;
const FPU16 = FPU64 * (10 / 52) ** 2;
const INT32 = 177_690;
const CONTROL = 996_200; // per lane and ALU of vector width
const CROSSBAR_PORT = 44_300_000; // per core

/** PHY in mm² and controller in transistors, for one channel. */
const INTERFACE = {
  HBM2e: { phy: 10.45, controller: 552_743_000 },
  'PCIe 5.0': { phy: 0.64, controller: 5_372_100 },
  'NVLink 3': { phy: 1.888, controller: 74_632_000 },
} as const;

/** Share of an SRAM macro that is bit cells, for 4, 8, … 512 KiB (CACTI). */
const SRAM_EFFICIENCY = [0.076, 0.142, 0.247, 0.393, 0.559, 0.704, 0.526, 0.602] as const;

/** The area of a die, part by part. */
export function dieArea({ device, memory, links }: Die): DieArea {
  const core = coreArea(device);
  const parts = {
    cores: device.cores * sum(core),
    crossbar: (device.cores * CROSSBAR_PORT) / DENSITY,
    globalBuffer: sramArea(device.globalBuffer),
    memoryInterface: memory.channels * channelArea(memory.interface),
    links: links * channelArea('NVLink 3'),
  };
  return { ...parts, total: sum(parts), core };
}

/** Of w ALUs in a lane, w/2 each compute 32-bit integers and floats, w/4 64-bit floats (the authors' Figure 7). */
function coreArea({ lanes, vector: { width }, array, localBuffer }: Device): CoreArea {
  return {
    control: (lanes * width * CONTROL) / DENSITY,
    vector: (lanes * ((width / 2) * (INT32 + FPU32) + (width / 4) * FPU64)) / DENSITY,
    array: (lanes * array.rows * array.cols * FPU16) / DENSITY,
    registers: lanes * registerArea(width),
    localBuffer: sramArea(localBuffer),
  };
}

/** SRAM of `bytes`, built of macros of at most 512 KiB. */
function sramArea(bytes: number): number {
  const macros = Math.ceil(bytes / 2 ** 19);
  const macro = Math.max(2 ** 12, macros > 1 ? 2 ** 19 : bytes);
  const efficiency = SRAM_EFFICIENCY[Math.ceil(Math.log2(macro)) - 12]!;
  return (macros * macro * 8 * SRAM_CELL) / efficiency;
}

/** 512 registers of 32 bits per ALU of a lane, 4 ports, in files for at most 32 ALUs (EMPIRE's fit at 90 nm, µm²). */
function registerArea(width: number): number {
  const [files, d, w, p] = [Math.max(1, width / 32), 512 * Math.min(width, 32), 32, 4];
  const linear = 3.29e4 - 1.09e3 * d - 8.83e2 * w - 5.55e3 * p;
  const quadratic = 1.5e-2 * d ** 2 + 1.08e-2 * w ** 2 + 0.586 * p ** 2;
  const mixed = 53.5 * d * w + 142 * d * p + 368 * w * p;
  return (files * (linear + quadratic + mixed) * 1e-6 * DENSITY_90NM) / DENSITY;
}

function channelArea(name: keyof typeof INTERFACE): number {
  return INTERFACE[name].phy + INTERFACE[name].controller / DENSITY;
}

function sum(parts: object): number {
  return Object.values(parts).reduce((total: number, part: number) => total + part, 0);
}
