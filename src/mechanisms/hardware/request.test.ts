import { describe, expect, it } from 'vitest';
import { layerTime } from './layer.ts';
import { GPT3, decode, prefill } from './operators.ts';
import { A100, GA100, THROUGHPUT_ORIENTED, nvlinkNode } from './presets.ts';
import { largestBatch, requestTime } from './request.ts';

describe('requestTime', () => {
  it('is within 1 % of decoding token by token', () => {
    const system = nvlinkNode(A100);
    let slow = layerTime(system, GPT3, prefill(4, 200)).total;
    for (let token = 0; token < 64; token++) slow += layerTime(system, GPT3, decode(4, 200 + token + 1)).total;
    expect(Math.abs(requestTime(system, GPT3, { batch: 4, input: 200, output: 64 }) / slow - 1)).toBeLessThan(0.01);
  });
});

describe('largestBatch', () => {
  it('fills what 43.5 GB of weights of twelve GPT-3 layers leave: 36.5 of 80 GB, 468.5 of 512 GB', () => {
    expect(largestBatch(GA100, GPT3, 12, 512)).toBe(103);
    expect(largestBatch(THROUGHPUT_ORIENTED, GPT3, 12, 512)).toBe(1329);
  });

  it('worked by hand: 100 bytes less 12 · 2² of weights hold two sequences of one token, 20 bytes each', () => {
    expect(largestBatch({ ...A100, memoryCapacity: 100 }, { hidden: 2, heads: 1, bytes: 1 }, 1, 1)).toBe(2);
  });
});
