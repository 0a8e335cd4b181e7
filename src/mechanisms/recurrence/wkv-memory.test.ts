import { describe, expect, it } from 'vitest';
import { initialDecay, keyToHold, wkvHalfLife } from './wkv-memory.ts';
import { safeWkv } from './wkv.ts';

describe('the key that a token needs to keep half the weight', () => {
  it('leaves numerator and denominator at one half in WKV itself', () => {
    for (const [n, w] of [
      [1, 0],
      [50, 0],
      [50, 0.02],
      [300, 0.01],
      [20, 1],
    ] as const) {
      const k = [keyToHold(n, w), ...Array.from({ length: n }, () => 0)];
      const v = k.map((_, i) => (i === 0 ? 1 : 0));
      const { a, b } = safeWkv({ w, u: 0, k, v }).at(-1)!.state;
      expect(a / b).toBeCloseTo(0.5, 9);
    }
  });

  it('grows with the logarithm of the distance without decay and with the distance itself with it', () => {
    expect(keyToHold(1e6, 0)).toBeCloseTo(Math.log(1e6), 12);
    expect(keyToHold(2e6, 1e-3) - keyToHold(1e6, 1e-3)).toBeCloseTo(1000, 6);
  });
});

describe('initial decays', () => {
  it('run from e^{−5} to e^3 in every layer, later layers keeping more slow channels', () => {
    for (const l of [0, 11]) {
      expect(initialDecay(0, 768, l, 12)).toBeCloseTo(Math.exp(-5), 12);
      expect(initialDecay(767, 768, l, 12)).toBeCloseTo(Math.exp(3), 9);
    }
    expect(initialDecay(400, 768, 11, 12)).toBeLessThan(initialDecay(400, 768, 0, 12));
  });

  it('give the slowest channel a half-life of about a hundred tokens', () => {
    expect(Math.round(wkvHalfLife(initialDecay(0, 768, 0, 12)))).toBe(103);
  });
});
