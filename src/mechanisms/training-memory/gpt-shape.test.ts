import { describe, expect, it } from 'vitest';
import { gptParameters, hardwareFlopsOfEquation8, iterationFlops } from './gpt-shape.ts';
import type { GptShape } from './gpt-shape.ts';

/** Table 1 of Shoeybi et al., 2019: width, heads, layers, billions of parameters. */
const table1 = [
  [1536, 16, 40, 1.2],
  [1920, 20, 54, 2.5],
  [2304, 24, 64, 4.2],
  [3072, 32, 72, 8.3],
] as const;

describe('gptParameters', () => {
  it.each(table1)(
    'at width %i with %i heads and %i layers gives the %f billion of Megatron-LM’s Table 1',
    (h, a, L, P) => {
      expect(Math.round(gptParameters({ h, a, L, s: 1024, v: 51_200 }) / 1e8) / 10).toBe(P);
    },
  );
});

/** Table 3 and Table 5 of Korthikanti et al., 2022: heads, width, layers, GPUs, batch, seconds, MFU in percent. */
const table5 = [
  [64, 6144, 48, 8, 4, 1.1, 41.5],
  [96, 12_288, 96, 64, 64, 13.75, 51.4],
  [128, 20_480, 105, 280, 280, 37.83, 56.0],
  [160, 25_600, 128, 512, 512, 71.49, 56.3],
] as const;

describe('iterationFlops', () => {
  it.each(table5)('with %i heads at width %i reaches the MFU of Table 5', (a, h, L, gpus, B, seconds, mfu) => {
    const shape: GptShape = { a, h, L, s: 2048, v: 51_200 };
    const found = (100 * iterationFlops(shape, B)) / (seconds * gpus * 312e12);
    expect(Math.abs(found - mfu)).toBeLessThan(0.2);
  });

  it('is Eq. (7) where nothing is recomputed', () => {
    const [B, shape] = [4, { a: 64, h: 6144, L: 48, s: 2048, v: 51_200 }] as const;
    const { L, h, s, v } = shape;
    const eq7 = 72 * B * L * s * h * h * (1 + s / (6 * h) + v / (12 * h * L));
    expect(iterationFlops(shape, B) / eq7).toBeCloseTo(1, 12);
  });

  it('grows by a third of the layers’ share where every layer is recomputed', () => {
    const shape: GptShape = { a: 64, h: 6144, L: 48, s: 2048, v: 0 };
    expect(iterationFlops(shape, 4, 'full') / iterationFlops(shape, 4)).toBeCloseTo(4 / 3, 12);
  });
});

describe('hardwareFlopsOfEquation8', () => {
  const overhead = (L: number, h: number) => {
    const shape: GptShape = { a: 1, L, h, s: 2048, v: 51_200 };
    return (100 * hardwareFlopsOfEquation8(shape, 1)) / iterationFlops(shape, 1) - 100;
  };

  it('gives the overheads of Sec. 5, 2.7% for GPT-3 and 1.6% for MT-NLG', () => {
    expect(overhead(96, 12_288)).toBeCloseTo(2.7, 1);
    expect(overhead(105, 20_480)).toBeCloseTo(1.6, 1);
  });

  it('charges three times what recomputing the core once costs', () => {
    const shape: GptShape = { a: 96, L: 96, h: 12_288, s: 2048, v: 51_200 };
    const once = iterationFlops(shape, 1, 'selective') - iterationFlops(shape, 1);
    expect((hardwareFlopsOfEquation8(shape, 1) - iterationFlops(shape, 1)) / once).toBeCloseTo(3, 9);
  });
});
