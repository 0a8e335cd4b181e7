import { describe, expect, it } from 'vitest';
import {
  a100,
  attentionTime,
  kvBytesPerToken,
  linearTime,
  mistral7b,
  roofline,
  saturationTokens,
} from '#mechanisms/serving/cost.ts';
import type { BatchEntry } from '#mechanisms/serving/run.ts';

const prefill = (tokens: number, context = 0): BatchEntry => ({
  request: 0,
  phase: 'prefill',
  tokens,
  context,
  emits: 0,
});
const decode = (context: number): BatchEntry => ({ request: 0, phase: 'decode', tokens: 1, context, emits: 1 });
const time = roofline(mistral7b, a100);

/** Seconds to read a prompt of P tokens in chunks of c, one iteration each. */
const chunkedPrefill = (P: number, c: number): number =>
  Array.from({ length: P / c }, (_, k) => time([prefill(c, k * c)])).reduce((a, b) => a + b, 0);

describe('the KV cache', () => {
  it('costs 800 KiB a token for OPT-13B (PagedAttention, Sec. 3)', () => {
    const opt13b = { parameters: 13e9, layers: 40, heads: 40, kvHeads: 40, headDim: 128, bytes: 2 };
    expect(kvBytesPerToken(opt13b)).toBe(800 * 1024);
  });
});

describe('the linear layers', () => {
  it('turn compute-bound at 312 TFLOP/s ÷ 2.039 TB/s = 153 tokens on an A100 in 16 bits', () => {
    expect(saturationTokens(mistral7b, a100)).toBeCloseTo(153.0, 1);
  });

  it('take as long for one token as for saturation, the time to load 14.6 GB: 7.16 ms', () => {
    expect(linearTime(1, mistral7b, a100)).toBeCloseTo(14.6 / 2039, 12);
    expect(linearTime(153, mistral7b, a100)).toBe(linearTime(1, mistral7b, a100));
  });

  it('take time in proportion to the tokens from there on', () => {
    expect(linearTime(1024, mistral7b, a100)).toBeCloseTo(2 * linearTime(512, mistral7b, a100), 12);
    expect(linearTime(512, mistral7b, a100)).toBeCloseTo((14.6e9 * 512) / 312e12, 12);
  });
});

describe('attention', () => {
  it('is bound by reading the cache in a decode and by arithmetic in a prefill', () => {
    expect(attentionTime(decode(4095), mistral7b, a100)).toBeCloseTo((131072 * 4096) / 2039e9, 12);
    expect(attentionTime(prefill(4096), mistral7b, a100)).toBeCloseTo((4 * 32 * 4096 * 4096 * 4097) / 2 / 312e12, 12);
  });

  it('does the same math for a prompt in chunks as for the whole', () => {
    const fast = { ...a100, bandwidth: Infinity };
    const chunks = [0, 512, 1024, 1536].map((context) => attentionTime(prefill(512, context), mistral7b, fast));
    expect(chunks.reduce((a, b) => a + b)).toBeCloseTo(attentionTime(prefill(2048), mistral7b, fast), 12);
  });

  it('reads N(N − 1)/2 chunks more when a prompt comes in N (Sarathi-Serve, Sec. 4.3)', () => {
    const fast = { ...a100, peakFlops: Infinity };
    const chunk = attentionTime(prefill(256), mistral7b, fast);
    const N = 8;
    const chunks = Array.from({ length: N }, (_, k) => attentionTime(prefill(256, 256 * k), mistral7b, fast));
    const once = attentionTime(prefill(256 * N), mistral7b, fast);
    expect((chunks.reduce((a, b) => a + b) - once) / chunk).toBeCloseTo((N * (N - 1)) / 2, 9);
  });
});

describe('an iteration', () => {
  it('lets a few prefill tokens ride along with decodes for almost nothing', () => {
    const decodes = Array.from({ length: 16 }, () => decode(1000));
    expect(time([...decodes, prefill(128)]) / time(decodes)).toBeLessThan(1.02);
  });

  it('costs a chunked prefill less than 25 % extra at 512 tokens and next to nothing at 2048 (Fig. 14)', () => {
    const whole = chunkedPrefill(4096, 4096);
    expect(chunkedPrefill(4096, 512) / whole).toBeLessThan(1.25);
    expect(chunkedPrefill(4096, 2048) / whole).toBeLessThan(1.02);
  });
});
