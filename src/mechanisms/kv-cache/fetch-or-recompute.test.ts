import { describe, expect, it } from 'vitest';
import {
  breakEven,
  eightA800,
  eightH800,
  flops,
  kvBytes,
  leastBandwidth,
  llama3,
} from '#mechanisms/kv-cache/fetch-or-recompute.ts';

describe('fetching or recomputing a prefix', () => {
  it('LLaMA3-70B at 8192 tokens wants 6 GB/s on eight A800 and 19 GB/s on eight H800 (Sec. 2.2)', () => {
    expect(Math.round(leastBandwidth(8192, eightA800, llama3) / 1e9)).toBe(6);
    expect(Math.round(leastBandwidth(8192, eightH800, llama3) / 1e9)).toBe(19);
  });

  it('a token of LLaMA3-70B takes 320 KB, and 128k of them 40 GB (Sec. 5.3.1, 5.4.1)', () => {
    expect(kvBytes(1, llama3)).toBe(320 * 1024);
    expect(kvBytes(128 * 1024, llama3)).toBe(40 * 2 ** 30);
  });

  it('Eq. 2 is where the time to move the bytes equals the time to compute Eq. 1', () => {
    for (const p of [1, 512, 8192, 100_000]) {
      const B = leastBandwidth(p, eightA800, llama3);
      expect(kvBytes(p, llama3) / B / (flops(p, llama3) / eightA800)).toBeCloseTo(1, 12);
    }
  });

  it('the break-even length undoes the least bandwidth, and is 0 where even one token is worth fetching', () => {
    expect(breakEven(leastBandwidth(30_000, eightA800, llama3), eightA800, llama3)).toBeCloseTo(30_000, 6);
    expect(breakEven(leastBandwidth(0, eightA800, llama3), eightA800, llama3)).toBe(0);
    expect(breakEven(100e9, eightA800, llama3)).toBe(0);
  });
});
