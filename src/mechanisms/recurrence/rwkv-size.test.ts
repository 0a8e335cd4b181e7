import { describe, expect, it } from 'vitest';
import { kvCacheSize } from './scan-cost.ts';
import { rwkvFlops, rwkvParameters, rwkvState, tokensAtMost } from './rwkv-size.ts';

const V = 50277;
/** Table 2: layers, width, parameters, FLOPs per token. */
const table2 = [
  [12, 768, 1.693e8, 2.613e8],
  [24, 1024, 4.304e8, 7.573e8],
  [24, 2048, 1.515e9, 2.823e9],
  [32, 2560, 2.985e9, 5.71e9],
  [32, 4096, 7.393e9, 1.437e10],
  [40, 5120, 1.415e10, 2.778e10],
] as const;

describe('sizes of RWKV', () => {
  it.each(table2)('with %i layers of width %i are those of Table 2', (L, D, parameters, flops) => {
    expect(rwkvParameters({ V, D, L }) / parameters).toBeCloseTo(1, 3);
    expect(rwkvFlops({ V, D, L }) / flops).toBeCloseTo(1, 3);
  });

  it('leave a state smaller than the KV cache of three tokens', () => {
    const state = rwkvState({ D: 5120, L: 40 });
    expect(state).toBe(1_024_000);
    expect(state / (40 * kvCacheSize({ B: 1, L: 1, D: 5120 }))).toBe(2.5);
  });
});

describe('what a finite state can tell apart', () => {
  it('is as many tokens as numbers when both take as many bits', () => {
    expect(tokensAtMost(1000, 16, 2 ** 16)).toBe(1000);
  });
});
