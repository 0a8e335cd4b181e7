import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { a100, onClock, seconds } from './clock.ts';
import type { Device } from './clock.ts';
import { flashAttention } from './flash.ts';
import { flashForward, standardForward } from './io-cost.ts';
import { standardAttention } from './standard.ts';
import { blockSizes } from './tiling.ts';
import { total, traffic } from './work.ts';

const M = 256;
const [N, d] = [64, 4];
const X = Matrix.from(N, d, (i, c) => Math.sin(i + c));
const flash = [...flashAttention(X, X, X, blockSizes(M, d))];
const standard = [...standardAttention(X, X, X)];

describe('onClock', () => {
  it('is as worked by hand: 6 elements of 2 bytes at 4 B/s, then 10 operations at 5 per second', () => {
    const device: Device = { bandwidth: 4, peak: 5, elementBytes: 2 };
    const step = { reads: 4, writes: 2, flops: 10 };
    const timed = [...onClock([step, step], device)];
    expect(timed.map(({ start, moved, end }) => [start, moved, end])).toEqual([
      [0, 3, 5],
      [5, 8, 10],
    ]);
  });

  it('ends when the total work is done', () => {
    for (const steps of [flash, standard]) {
      const last = [...onClock<(typeof steps)[number]>(steps, a100)].at(-1)!;
      expect(last.end / seconds(total(steps), a100)).toBeCloseTo(1, 12);
    }
  });

  it('runs both algorithms in the same time when memory is free, and in the ratio of their traffic when arithmetic is', () => {
    const freeMemory = { ...a100, bandwidth: Infinity };
    const freeArithmetic = { ...a100, peak: Infinity };
    const [f, s] = [total(flash), total(standard)];
    expect(seconds(f, freeMemory)).toBe(seconds(s, freeMemory));
    expect(seconds(s, freeArithmetic) / seconds(f, freeArithmetic)).toBeCloseTo(traffic(s) / traffic(f), 12);
  });

  it('on an A100 at N = 1024, d = 64, finds standard attention memory-bound and FlashAttention faster', () => {
    const problem = { N: 1024, d: 64 };
    const { Bc } = blockSizes((192 * 1024) / 2, problem.d);
    const memoryShare =
      seconds({ ...standardForward(problem), flops: 0 }, a100) / seconds(standardForward(problem), a100);
    expect(memoryShare).toBeGreaterThan(0.8);
    expect(seconds(flashForward({ ...problem, Bc }), a100)).toBeLessThan(seconds(standardForward(problem), a100) / 2);
  });
});
