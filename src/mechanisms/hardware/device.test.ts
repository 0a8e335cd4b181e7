import { describe, expect, it } from 'vitest';
import { bandwidth, matrixPeak, partOf, vectorPeak } from './device.ts';
import { A100, CORE_SIZES, GA100, LATENCY_ORIENTED, MI210, TPUv3 } from './presets.ts';

describe('a device', () => {
  it('has the peak that NVIDIA prints for the A100: 312 TFLOP/s in fp16, 78 on the vector units', () => {
    expect(matrixPeak(A100) / 1e12).toBeCloseTo(312, 0);
    expect(vectorPeak(A100) / 1e12).toBeCloseTo(78, 0);
  });

  it('halves its peak where an array needs two cycles for a multiply–accumulate', () => {
    expect(matrixPeak(MI210) / MI210.cores / MI210.frequency).toBe(1024);
  });

  it('is as wide as the narrower of memory and global buffer', () => {
    expect(bandwidth(A100)).toBe(2039e9);
    expect(bandwidth(TPUv3)).toBe(490 * 940e6);
  });

  it('keeps one compute budget in designs B to E, a quarter of it in A, a half in the latency-oriented design', () => {
    for (const design of ['B', 'C', 'D', 'E'] as const) expect(matrixPeak(CORE_SIZES[design])).toBe(matrixPeak(GA100));
    expect(matrixPeak(CORE_SIZES.A) / matrixPeak(GA100)).toBe(1 / 4);
    expect(matrixPeak(LATENCY_ORIENTED) / matrixPeak(GA100)).toBe(1 / 2);
  });

  it('falls into parts that together never exceed it, and refuses a part without a core', () => {
    const part = partOf(A100, 5);
    expect([part.cores, 5 * part.memoryBandwidth]).toEqual([21, 2039e9]);
    expect(() => partOf(A100, 109)).toThrow(RangeError);
  });
});
