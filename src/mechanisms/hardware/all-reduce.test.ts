import { describe, expect, it } from 'vitest';
import { allReduceTime, framedBytes, messageTime } from './all-reduce.ts';
import type { Link, System } from './all-reduce.ts';
import { MEASURED_DECODE, MEASURED_PREFILL } from './measurements.ts';
import { GPT3 } from './operators.ts';
import { A100, nvlinkNode } from './presets.ts';

const LINK: Link = { bandwidth: 100, latency: 2, overhead: 1, flit: 16, maxPayload: 256 };
const ring = (devices: number): System => ({ device: A100, devices, link: LINK, links: 1, topology: 'ring' });

describe('the link model', () => {
  it('adds a flit of 16 bytes to every packet of 256 (Eq. 2)', () => {
    expect([1, 256, 257, 512].map((n) => framedBytes(LINK, n))).toEqual([17, 272, 289, 544]);
  });

  it('adds latency and overhead to the framed bytes over the bandwidth (Eq. 1)', () => {
    expect(messageTime(LINK, 256)).toBe(2 + 1 + 2.72);
  });
});

describe('allReduceTime', () => {
  it('on a ring takes as many messages as a simulated ring needs until all devices hold all sums', () => {
    for (const p of [2, 3, 4, 7]) {
      // sums[d][c]: which devices' values device d has added into part c
      const sums = Array.from({ length: p }, (_, d) => Array.from({ length: p }, () => new Set([d])));
      let rounds = 0;
      for (; sums.some((parts) => parts.some((part) => part.size < p)); rounds++) {
        const sent = sums.map((parts, d) => ({
          part: (d - rounds + 2 * p) % p,
          value: new Set(parts[(d - rounds + 2 * p) % p]),
        }));
        sent.forEach(({ part, value }, d) => value.forEach((v) => sums[(d + 1) % p]![part]!.add(v)));
      }
      expect(allReduceTime(ring(p), 256 * p)).toBeCloseTo(rounds * messageTime(LINK, 256), 9);
    }
  });

  it('costs nothing on one device, and approaches 2 n / B on a long ring', () => {
    expect(allReduceTime(ring(1), 1e9)).toBe(0);
    expect(allReduceTime(ring(64), 1e9) / ((2 * 1e9 * (272 / 256)) / 100)).toBeCloseTo(63 / 64, 4);
  });

  it.each([
    ['prefill', MEASURED_PREFILL],
    ['decode', MEASURED_DECODE],
  ])('is within the paper’s 14.9 % of the four-GPU node measured: %s', (_, { pass, operators }) => {
    const time = allReduceTime(nvlinkNode(A100), pass.batch * pass.tokens * GPT3.hidden * GPT3.bytes);
    expect(Math.abs(time / operators['All-reduce (MLP)'] - 1)).toBeLessThan(0.149);
  });

  it('is never slower between directly joined devices than round a ring of the same links', () => {
    for (const p of [2, 4, 8])
      expect(allReduceTime({ ...ring(p), topology: 'fully-connected', links: p - 1 }, 1e6)).toBeLessThanOrEqual(
        allReduceTime(ring(p), 1e6),
      );
  });
});
