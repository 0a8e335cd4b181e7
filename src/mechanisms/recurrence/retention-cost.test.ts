import { describe, expect, it } from 'vitest';
import { chunkwiseCost, parallelCost, recurrentCost, retNetState } from './retention-cost.ts';
import { kvCacheSize } from './scan-cost.ts';

/** Counts by walking through Eq. 7. */
function walk(N: number, dk: number, dv: number, B: number) {
  let [multiplications, steps] = [0, 0];
  for (let start = 0; start < N; start += B, steps++) {
    const end = Math.min(start + B, N);
    for (let n = start; n < end; n++) {
      for (let m = start; m <= n; m++) multiplications += dk + dv;
      if (start > 0) multiplications += dk * dv;
      if (end < N) multiplications += dk * dv;
    }
  }
  return { multiplications, steps };
}

describe('the cost of the three forms', () => {
  it('of chunks is what a walk through Eq. 7 counts, ragged last chunks included', () => {
    for (const N of [1, 6, 17]) {
      for (let B = 1; B <= N + 2; B++) {
        expect(chunkwiseCost({ N, dk: 3, dv: 5 }, B)).toMatchObject(walk(N, 3, 5, B));
      }
    }
  });

  it('of one chunk is the parallel form’s', () => {
    const shape = { N: 64, dk: 8, dv: 16 };
    expect(chunkwiseCost(shape, 64).multiplications).toBe(parallelCost(shape).multiplications);
  });

  it('grows with the square of the length in parallel and with the length otherwise: O(dn(b + h)) (§3.5)', () => {
    const at = (N: number) => ({ N, dk: 256, dv: 512 });
    expect(parallelCost(at(16384)).multiplications / parallelCost(at(8192)).multiplications).toBeCloseTo(4, 2);
    expect(chunkwiseCost(at(16384), 512).multiplications / chunkwiseCost(at(8192), 512).multiplications).toBeCloseTo(
      2,
      1,
    );
    expect(recurrentCost(at(16384)).multiplications / recurrentCost(at(8192)).multiplications).toBe(2);
  });
});

describe('the state of a whole model', () => {
  it('equals the KV cache of 256 tokens of a Transformer as wide, at the paper’s head sizes', () => {
    const state = retNetState({ layers: 32, width: 4096, dk: 256, dv: 512 });
    expect(state).toBe(32 * 16 * 256 * 512);
    expect(state / (32 * kvCacheSize({ B: 1, L: 1, D: 4096 }))).toBe(256);
  });
});
