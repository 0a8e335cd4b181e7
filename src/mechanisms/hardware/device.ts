/**
 * The hardware description template of LLMCompass (Zhang et al., ISCA 2024, Sec. III-A): a device holds cores that
 * share a global buffer and main memory; a core holds lanes that share a local buffer; a lane holds one systolic array
 * and one vector unit.
 *
 * Left out, as in the paper: DVFS, ECC, memory latency below the bandwidth, and everything that tensor cores do which a
 * systolic array does not.
 */
export interface Device {
  readonly name: string;
  /** Clock, Hz. */
  readonly frequency: number;
  readonly cores: number;
  /** Lanes of one core. */
  readonly lanes: number;
  /** The systolic array of one lane; `macs` multiply–accumulates per cell and cycle. */
  readonly array: { readonly rows: number; readonly cols: number; readonly macs: number };
  /** The vector unit of one lane: `width` ALUs, `flops` per ALU and cycle; an exponential costs `exp` FLOPs. */
  readonly vector: { readonly width: number; readonly flops: number; readonly exp: number };
  /** SRAM of one core, bytes. */
  readonly localBuffer: number;
  /** SRAM shared by all cores, bytes. */
  readonly globalBuffer: number;
  /** Between the global buffer and all local buffers together, bytes per cycle. */
  readonly globalBandwidth: number;
  /** Between main memory and the global buffer, bytes per second. */
  readonly memoryBandwidth: number;
  /** Main memory, bytes. */
  readonly memoryCapacity: number;
  /** Launch overhead of one kernel, seconds: the time of the operator on an input of size one. */
  readonly launch: {
    readonly matmul: number;
    readonly softmax: number;
    readonly layernorm: number;
    readonly gelu: number;
  };
  /** Where the numbers were read. */
  readonly source: string;
}

/** FLOP/s of all systolic arrays together; a multiply–accumulate counts as two. */
export function matrixPeak({ frequency, cores, lanes, array }: Device): number {
  return 2 * array.rows * array.cols * array.macs * lanes * cores * frequency;
}

/** FLOPs per cycle of one core's vector units. */
export function vectorFlopsPerCycle({ lanes, vector }: Device): number {
  return lanes * vector.width * vector.flops;
}

/** FLOP/s of all vector units together. */
export function vectorPeak(device: Device): number {
  return vectorFlopsPerCycle(device) * device.cores * device.frequency;
}

/** Bytes per second between main memory and the cores: the narrower of memory and global buffer. */
export function bandwidth({ memoryBandwidth, globalBandwidth, frequency }: Device): number {
  return Math.min(memoryBandwidth, globalBandwidth * frequency);
}

/**
 * One of `ways` equal parts of a device, cores rounded down: what one matrix product gets when `ways` independent ones
 * (the heads of attention) run side by side. Throws a RangeError where a part would have no core.
 */
export function partOf(device: Device, ways: number): Device {
  const cores = Math.floor(device.cores / ways);
  if (cores < 1) throw new RangeError(`${device.cores} cores do not serve ${ways} products at once`);
  return {
    ...device,
    cores,
    globalBuffer: device.globalBuffer / ways,
    globalBandwidth: device.globalBandwidth / ways,
    memoryBandwidth: device.memoryBandwidth / ways,
  };
}
