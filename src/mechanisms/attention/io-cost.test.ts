import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { flashAttention } from './flash.ts';
import { flashBackward, flashForward, standardBackward, standardForward } from './io-cost.ts';
import { blockMask } from './masks.ts';
import { blockSizes, cut, length } from './tiling.ts';
import { total, traffic } from './work.ts';

const zeros = (N: number, d: number) => new Matrix(N, d);
const walk = (N: number, d: number, options: Parameters<typeof flashAttention>[3]) =>
  total(flashAttention(zeros(N, d), zeros(N, d), zeros(N, d), options));

/** Theorem 2's own symbols: elements that FlashAttention's forward pass moves with an SRAM of M elements. */
const moved = (N: number, d: number, M: number) => traffic(flashForward({ N, d, Bc: blockSizes(M, d).Bc }));

describe('flashForward', () => {
  it('is what the steps of Algorithm 1 add up to, ragged blocks included', () => {
    const sizes = fc.record({
      N: fc.integer({ min: 1, max: 20 }),
      d: fc.integer({ min: 1, max: 5 }),
      Br: fc.integer({ min: 1, max: 22 }),
      Bc: fc.integer({ min: 1, max: 22 }),
    });
    fc.assert(
      fc.property(sizes, ({ N, d, Br, Bc }) => {
        expect(walk(N, d, { Br, Bc })).toEqual(flashForward({ N, d, Bc }));
      }),
    );
  });

  it('scales as N²d²/M (Theorem 2): the constant tends to 12, 3Nd elements in each of 4Nd/M passes', () => {
    const [N, M] = [2 ** 20, 2 ** 14];
    for (const d of [16, 32, 64, 128]) {
      const constant = (moved(N, d, M) * M) / (N * N * d * d);
      expect(constant).toBeGreaterThan(12);
      expect(constant).toBeLessThan(12 * (1 + 4 / (3 * d)) + 0.05);
    }
  });

  it('grows fourfold when N doubles and halves when M doubles, once there are many passes', () => {
    const [N, d, M] = [2 ** 18, 64, 2 ** 14];
    expect(moved(2 * N, d, M) / moved(N, d, M)).toBeCloseTo(4, 1);
    expect(moved(N, d, 2 * M) / moved(N, d, M)).toBeCloseTo(0.5, 2);
  });

  it('beats standard attention only where SRAM is large against d²: from about M = 3d² on', () => {
    const [N, d] = [2 ** 16, 64];
    const standard = traffic(standardForward({ N, d }));
    expect(moved(N, d, 2 * d * d)).toBeGreaterThan(standard);
    expect(moved(N, d, 4 * d * d)).toBeLessThan(standard);
  });

  it('at M = 4Nd, reads every input once and no more than the order of Nd (Proposition 3)', () => {
    const [N, d] = [1024, 64];
    expect(moved(N, d, 4 * N * d)).toBe(2 * N * d + (3 * N * d + 4 * N) + (N * d + 2 * N));
  });
});

describe('a block mask', () => {
  it('saves Q, O, ℓ and m of the skipped tiles, in proportion to the fraction s of tiles kept (Proposition 4)', () => {
    const [N, d, B] = [12, 2, 3];
    const kept = [
      [true, false, false, false],
      [true, true, false, false],
      [false, true, true, false],
      [false, false, true, true],
    ];
    const s = kept.flat().filter(Boolean).length / 16;
    const fixed = 2 * N * d + N * (d + 2);
    const perPass = 3 * N * d + 4 * N;
    const work = walk(N, d, { Br: B, Bc: B, mask: blockMask(kept, B, B) });
    expect(traffic(work)).toBe(fixed + s * 4 * perPass);
    expect(work.flops).toBe(s * 4 * N * N * d);
  });
});

describe('the backward closed forms', () => {
  it('standard: are what the lines of Algorithm 3 add up to', () => {
    const [N, d] = [20, 3];
    const size = (names: string) => names.split(' ').reduce((sum, x) => sum + (/^d?[PS]$/.test(x) ? N * N : N * d), 0);
    const lines = ['P dO → dV', 'dO V → dP', 'P dP → dS', 'dS K → dQ', 'dS Q → dK'].map((line) => line.split(' → '));
    const { reads, writes } = standardBackward({ N, d });
    expect(reads).toBe(lines.reduce((sum, line) => sum + size(line[0]!), 0));
    expect(writes).toBe(lines.reduce((sum, line) => sum + size(line[1]!), 0));
  });

  it('FlashAttention: are what the loops of Algorithm 4 add up to, ragged blocks included', () => {
    const [N, d, Br, Bc] = [20, 3, 6, 7];
    let [reads, writes, flops] = [0, 3 * N * d, 0]; // line 5
    for (const cols of cut(N, Bc)) {
      reads += 2 * length(cols) * d; // line 7: K_j, V_j
      for (const rows of cut(N, Br)) {
        reads += 4 * length(rows) * d + 2 * length(rows); // line 10: Q, O, dO, dQ, ℓ, m
        writes += length(rows) * d; // line 21: dQ
        flops += 5 * 2 * length(rows) * length(cols) * d; // lines 11, 16, 17, 21, 22
      }
      writes += 2 * length(cols) * d; // line 24: dK, dV
    }
    expect(flashBackward({ N, d, Bc })).toEqual({ reads, writes, flops });
  });
});

describe('one training step, forward and backward', () => {
  const [N, d] = [1024, 64];
  const Bc = 384;

  it('costs standard attention 11N² + 12Nd elements and six products', () => {
    const work = total([standardForward({ N, d }), standardBackward({ N, d })]);
    expect(traffic(work)).toBe(11 * N * N + 12 * N * d);
    expect(work.flops).toBe(6 * 2 * N * N * d);
  });

  it('costs FlashAttention more arithmetic, seven products, and fewer elements', () => {
    const flash = total([flashForward({ N, d, Bc }), flashBackward({ N, d, Bc })]);
    const standard = total([standardForward({ N, d }), standardBackward({ N, d })]);
    expect(flash.flops / standard.flops).toBe(7 / 6);
    expect(traffic(flash)).toBeLessThan(traffic(standard) / 4);
  });

  it('keeps N²d²/M in the backward pass too (Theorem 5)', () => {
    const big = { N: 2 ** 18, d, Bc };
    const [once, twice] = [traffic(flashBackward(big)), traffic(flashBackward({ ...big, N: 2 * big.N }))];
    expect(twice / once).toBeCloseTo(4, 1);
  });
});

/**
 * Figure 2 (left) measures, forward and backward, for 64 sequences of 16 heads, N = 1024, d = 64 on an A100: 40.3 GB for
 * standard attention, 4.4 GB for FlashAttention, 66.6 and 75.2 GFLOPs. Our count charges the algorithms as written.
 */
describe('Figure 2 (left)', () => {
  const [N, d, heads, bytes] = [1024, 64, 64 * 16, 2];
  const { Bc } = blockSizes((192 * 1024) / bytes, d);
  const standard = total([standardForward({ N, d }), standardBackward({ N, d })]);
  const flashWith = (rows: number) => total([flashForward({ N, d, Bc: rows }), flashBackward({ N, d, Bc: rows })]);
  const gigabytes = (elements: number) => (elements * heads * bytes) / 1e9;

  it('standard: Algorithms 0 and 3 move 25.2 of the 40.3 GB; the rest is seven more passes over an N×N matrix', () => {
    expect(gigabytes(traffic(standard))).toBeCloseTo(25.2, 1);
    expect(gigabytes(traffic(standard) + 7 * N * N)).toBeCloseTo(40.3, 1);
  });

  it('FlashAttention: with all 192 KB of a multiprocessor as SRAM, Algorithms 1 and 4 move 4.6 GB, against 4.4', () => {
    expect(Bc).toBe(384);
    expect(gigabytes(traffic(flashWith(Bc)))).toBeCloseTo(4.6, 1);
  });

  it('FlashAttention: the count depends on the block size, which the figure does not print; 256 and 512 bracket 4.4', () => {
    expect(gigabytes(traffic(flashWith(256)))).toBeGreaterThan(4.4);
    expect(gigabytes(traffic(flashWith(512)))).toBeLessThan(4.4);
  });

  it('FLOPs: the ratio 7/6 is within 4% of the printed 75.2/66.6, but the whole batch takes 12.4 times 66.6 GFLOPs', () => {
    expect(Math.abs(flashWith(Bc).flops / standard.flops / (75.2 / 66.6) - 1)).toBeLessThan(0.04);
    expect((standard.flops * heads) / 66.6e9).toBeCloseTo(12.4, 1);
  });
});
