import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  A100_LAUNCH,
  cheapestBlock,
  instructionDivergence,
  kernelCycles,
  launchLatency,
  launchSlope,
} from './kernel-cycles.ts';

describe('launch latency', () => {
  it('costs 1.71 cycles a block of eight warps, worked by hand', () => {
    // 0.0036·64 + 0.0366·8 + 1.1891 = 0.2304 + 0.2928 + 1.1891
    expect(launchSlope(A100_LAUNCH, 8)).toBeCloseTo(1.7123, 10);
  });

  it('is affine in the size of the grid', () => {
    const at = (GS: number): number => launchLatency(A100_LAUNCH, 8, GS, 500);
    expect(at(0)).toBe(500);
    expect(at(300) - at(200)).toBeCloseTo(at(200) - at(100), 9);
  });

  it('is least per warp at the block that a search over all sizes finds', () => {
    const perWarp = (BS: number): number => launchSlope(A100_LAUNCH, BS) / BS;
    const sizes = Array.from({ length: 32 }, (_, i) => i + 1);
    const best = sizes.reduce((least, BS) => (perWarp(BS) < perWarp(least) ? BS : least));
    expect(Math.abs(best - cheapestBlock(A100_LAUNCH))).toBeLessThan(1);
  });
});

describe('instruction divergence', () => {
  it('is nothing where all sub-cores issue equally many', () => {
    expect(instructionDivergence([200, 200, 200, 200], 2)).toBe(0);
  });

  it('is the lead of the busiest over the representative, in issue cycles', () => {
    expect(instructionDivergence([200, 140, 80, 140], 1)).toBe(60);
    expect(instructionDivergence([200, 140, 80, 140], 1, 0.5)).toBe(120);
  });

  it('is never negative', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), fc.nat(), (counts, pick) => {
        expect(instructionDivergence(counts, pick % counts.length)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('refuses a sub-core that does not exist', () => {
    expect(() => instructionDivergence([1, 2], 2)).toThrow(RangeError);
  });
});

it('adds the four terms of Eq. (16)', () => {
  expect(kernelCycles({ S_I: 49, S_IP: 143, KLL: 10, I_D: 60 })).toBe(262);
});
