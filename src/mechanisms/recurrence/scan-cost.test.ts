import { describe, expect, it } from 'vitest';
import {
  attentionFlops,
  fusedScanTraffic,
  kvCacheSize,
  recurrenceFlops,
  stateSize,
  unfusedScanTraffic,
  type ScanShape,
  type Traffic,
} from './scan-cost.ts';

/** The shape of the paper's scan benchmark: batch 1, D = 1024, N = 16 (App. E.5). */
const benchmark: ScanShape = { B: 1, L: 2048, D: 1024, N: 16 };
const total = ({ read, written }: Traffic) => read + written;

/** Arithmetic counted while it is done, with loops that know no formula. */
function countedFlops({ B, L, D, N }: ScanShape): { recurrence: number; attention: number } {
  let [recurrence, attention] = [0, 0];
  for (let token = 1; token <= B * L; token++) for (let entry = 0; entry < D * N; entry++) recurrence += 1 + 1 + 1 + 2;
  for (let sequence = 0; sequence < B; sequence++)
    for (let query = 0; query < L; query++)
      for (let key = 0; key <= query; key++) for (let d = 0; d < D; d++) attention += 2 + 2;
  return { recurrence, attention };
}

describe('arithmetic', () => {
  it('is what loops over tokens, channels and states count', () => {
    for (const shape of [
      { B: 1, L: 1, D: 1, N: 1 },
      { B: 2, L: 7, D: 3, N: 4 },
      { B: 3, L: 10, D: 2, N: 5 },
    ]) {
      expect({ recurrence: recurrenceFlops(shape), attention: attentionFlops(shape) }).toEqual(countedFlops(shape));
    }
  });

  it('grows linearly with L for the recurrence and quadratically for attention', () => {
    const twice = { ...benchmark, L: 2 * benchmark.L };
    expect(recurrenceFlops(twice) / recurrenceFlops(benchmark)).toBe(2);
    expect(attentionFlops(twice) / attentionFlops(benchmark)).toBeCloseTo(4, 2);
  });
});

describe('memory while generating', () => {
  it('is constant for the state and equals the KV cache of N/2 tokens of the same width', () => {
    expect(kvCacheSize({ ...benchmark, L: benchmark.N / 2 })).toBe(stateSize(benchmark));
  });

  it('for a Mamba block, twice as wide as its model (E = 2), equals the KV cache of N tokens', () => {
    const block = stateSize({ ...benchmark, D: 2 * 1024 });
    expect(block).toBe(kvCacheSize({ ...benchmark, L: 16, D: 1024 }));
  });
});

describe('traffic between HBM and SRAM', () => {
  it('is counted by hand for B = L = D = N = 1: 5 read and 1 written fused, 8 and 4 unfused', () => {
    const one = { B: 1, L: 1, D: 1, N: 1 };
    expect(fusedScanTraffic(one)).toEqual({ read: 5, written: 1 });
    expect(unfusedScanTraffic(one)).toEqual({ read: 2 + 1 + 1 + 2 + 1 + 1, written: 2 + 1 + 1 });
  });

  it('falls by a factor of about 2N when fused, for widths D well above N', () => {
    for (const N of [8, 16, 32, 64]) {
      const shape = { ...benchmark, N };
      const ratio = total(unfusedScanTraffic(shape)) / total(fusedScanTraffic(shape));
      expect(ratio).toBeGreaterThan(1.9 * N);
      expect(ratio).toBeLessThan(2 * N + 1);
    }
  });

  it('hardly notices N when fused, where the unfused scan pays for all of it', () => {
    const growth = (traffic: (shape: ScanShape) => Traffic) =>
      total(traffic({ ...benchmark, N: 32 })) / total(traffic(benchmark));
    expect(growth(fusedScanTraffic)).toBeLessThan(1.02);
    expect(growth(unfusedScanTraffic)).toBeGreaterThan(1.9);
  });
});
