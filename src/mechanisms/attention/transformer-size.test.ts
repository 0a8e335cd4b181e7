import { describe, expect, it } from 'vitest';
import { base, big, trainingFlops, transformerParameters } from './transformer-size.ts';
import type { TransformerShape } from './transformer-size.ts';

const millions = (shape: TransformerShape) => transformerParameters(shape) / 1e6;
const hour = 3600;

describe('transformerParameters', () => {
  it('is as counted by hand for a model of width 2', () => {
    const tiny = { layers: 1, dModel: 2, dff: 3, h: 1, dk: 2, dv: 2, vocabulary: 5 };
    // encoder 16 + (6 + 3 + 6 + 2) + 2·4 = 41; decoder 32 + 17 + 3·4 = 61; embeddings 10
    expect(transformerParameters(tiny)).toBe(112);
  });

  it.each<[string, Partial<TransformerShape>, number]>([
    ['base', {}, 65],
    ['2 layers', { layers: 2 }, 36],
    ['4 layers', { layers: 4 }, 50],
    ['8 layers', { layers: 8 }, 80],
    ['d_k = 16', { dk: 16 }, 58],
    ['d_k = 32', { dk: 32 }, 60],
    ['d_model = 256', { dModel: 256, dk: 32, dv: 32 }, 28],
    ['d_model = 1024', { dModel: 1024, dk: 128, dv: 128 }, 168],
    ['d_ff = 1024', { dff: 1024 }, 53],
    ['d_ff = 4096', { dff: 4096 }, 90],
  ])(
    'comes within 1.5 million of Table 3 for %s, once the vocabulary is 41,000 instead of "about 37,000"',
    (_, row, printed) => {
      expect(Math.abs(millions({ ...base, ...row, vocabulary: 41_000 }) - printed)).toBeLessThan(1.5);
    },
  );

  it('with the 37,000 entries of §5.1, comes within 1 % of the big model and 3 % below the base model', () => {
    expect(Math.abs(millions(big) / 213 - 1)).toBeLessThan(0.01);
    expect(millions(base) / 65).toBeGreaterThan(0.965);
    expect(millions(base) / 65).toBeLessThan(0.975);
  });
});

describe('trainingFlops', () => {
  it('gives the costs of Table 2 from 12 hours and from 3.5 days on 8 P100', () => {
    expect(trainingFlops(12 * hour, 8) / 3.3e18).toBeCloseTo(1, 1);
    expect(trainingFlops(3.5 * 24 * hour, 8) / 2.3e19).toBeCloseTo(1, 2);
  });
});
