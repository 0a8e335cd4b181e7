import { traffic } from './work.ts';
import type { Work } from './work.ts';

/**
 * One clock for algorithms that state their work: a step takes the time of its HBM traffic plus the time of its
 * arithmetic. Modelled: one processor that gets the whole bandwidth and the whole peak rate and never overlaps the two,
 * so a real kernel lies between the larger of both times (a roofline) and their sum. Left out: launch overhead, latency,
 * parallel blocks, arithmetic that is not matrix products.
 */
export interface Device {
  /** HBM bandwidth, bytes per second. */
  readonly bandwidth: number;
  /** Peak rate, floating-point operations per second. */
  readonly peak: number;
  /** Bytes per element: 2 for fp16 and bf16. */
  readonly elementBytes: number;
}

/**
 * NVIDIA A100 40 GB: 1555 GB/s of HBM2 and 312 TFLOP/s of dense fp16 tensor-core arithmetic (NVIDIA's A100 data sheet;
 * FlashAttention §2.1 rounds the bandwidth of the family to 1.5–2.0 TB/s).
 */
export const a100: Device = { bandwidth: 1.555e12, peak: 312e12, elementBytes: 2 };

/** A step put on the clock; times in seconds from the start of its algorithm. */
export interface Timed<Step extends Work> {
  readonly step: Step;
  readonly start: number;
  /** When the step has moved its data and begins to compute. */
  readonly moved: number;
  readonly end: number;
}

// #region one-clock
/** The steps of an algorithm laid end to end on `device`. */
export function* onClock<Step extends Work>(steps: Iterable<Step>, device: Device): Generator<Timed<Step>> {
  let start = 0;
  for (const step of steps) {
    const moved = start + (traffic(step) * device.elementBytes) / device.bandwidth;
    const end = moved + step.flops / device.peak;
    yield { step, start, moved, end };
    start = end;
  }
}

/** Seconds that work takes on `device`. */
export function seconds(work: Work, device: Device): number {
  return (traffic(work) * device.elementBytes) / device.bandwidth + work.flops / device.peak;
}
// #endregion one-clock
