import { describe, expect, it } from 'vitest';
import { cacheOf, decodeLoad, mixersOf, parametersOf, shape14B, shape7B } from './griffin-size.ts';

describe('the residual pattern', () => {
  it('puts one local attention after every two recurrent blocks: 22 and 10 of 32', () => {
    const mixers = mixersOf('griffin', shape7B);
    expect(mixers.slice(0, 6)).toEqual(['recurrent', 'recurrent', 'local', 'recurrent', 'recurrent', 'local']);
    expect(mixers.filter((mixer) => mixer === 'recurrent')).toHaveLength(22);
    expect(mixers).toHaveLength(32);
  });
});

describe('parameters', () => {
  it.each([
    ['transformer', shape7B, 6],
    ['hawk', shape7B, 7],
    ['griffin', shape7B, 7],
    ['griffin', shape14B, 14],
  ] as const)('of a %s round to the billions that the paper names', (family, shape, billions) => {
    expect(Math.round(parametersOf(family, shape) / 1e9)).toBe(billions);
  });

  it('of a recurrent block come near those of multi-head attention, 4D², but for the gates (§3)', () => {
    const { D, DRnn } = { D: 3 * 1024, DRnn: 4 * 1024 };
    expect(3 * D * DRnn).toBe(4 * D * D);
    const one = { ...shape7B, D, DRnn, N: 1 };
    const mlp = 9 * D * D;
    expect(parametersOf('hawk', one) - mlp).toBe(4 * D * D + DRnn ** 2 / 8 + 5 * DRnn);
  });
});

describe('what generation carries', () => {
  it('is 2·N·T·d_head for the MQA Transformer, N·4·D_RNN for Hawk (App. F.4)', () => {
    for (const T of [0, 1, 1000, 100_000]) {
      expect(cacheOf('transformer', shape7B, T)).toBe(2 * 32 * T * 128);
      expect(cacheOf('hawk', shape7B, T)).toBe(32 * 4 * 5632);
    }
  });

  it('grows in Griffin until the window is full and then stays: 22·4·5632 + 10·2·1024·128', () => {
    const full = 22 * 4 * 5632 + 10 * 2 * 1024 * 128;
    expect(cacheOf('griffin', shape7B, 1023)).toBeLessThan(full);
    for (const T of [1024, 1025, 1_000_000]) expect(cacheOf('griffin', shape7B, T)).toBe(full);
  });

  it('makes a decode step load the parameters once and the cache once a sequence', () => {
    const load = (B: number) => decodeLoad('transformer', shape7B, 2048, B);
    expect(load(0)).toBe(parametersOf('transformer', shape7B));
    expect(load(16) - load(15)).toBe(cacheOf('transformer', shape7B, 2048));
  });
});
