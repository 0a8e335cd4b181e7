import { describe, expect, it } from 'vitest';
import { kvBytesPerToken, roofline } from '#mechanisms/serving/cost.ts';
import { disaggregated, join, takeTurns, type Fleet } from '#mechanisms/serving/disaggregated.ts';
import { simulate } from '#mechanisms/serving/engine.ts';
import { attainment, perGpuLimit, replicate, tpotOf } from '#mechanisms/serving/goodput.ts';
import { a100AsMeasured, opt13b, opt66b } from '#mechanisms/serving/opt.ts';
import { prefillFirst } from '#mechanisms/serving/policies/prefill-first.ts';
import { poissonTrace, type Trace } from '#mechanisms/serving/request.ts';
import { validate } from '#mechanisms/serving/validate.ts';

const time = roofline(opt13b, a100AsMeasured);
const pool = { blocks: 3500, blockSize: 16 };
const fleet: Fleet = {
  prefill: 2,
  decode: 1,
  time,
  pool,
  transfer: (tokens) => (tokens * kvBytesPerToken(opt13b)) / 600e9,
  fullBatch: 512,
  maxBatch: 256,
};
const workload = (rate: number, count = 200): Trace =>
  poissonTrace({ count, rate, prompt: [512, 512], output: [64, 64] }, 3);
const slo = { ttft: 0.4, tpot: 0.04 };

describe('disaggregated', () => {
  const trace = poissonTrace({ count: 60, rate: 8, prompt: [50, 900], output: [1, 40] }, 5);
  const { prefills, decodes, served } = disaggregated(trace, { ...fleet, decode: 2 });

  it('is made of possible runs', () => {
    for (const run of [...prefills, ...decodes]) expect(validate(run)).toEqual([]);
  });

  it('gives every request its output, in order of time, none before its KV has moved', () => {
    for (const { request, tokens } of served) {
      expect(tokens.length).toBe(request.output);
      expect(tokens).toEqual([...tokens].sort((a, b) => a - b));
      if (tokens.length > 1) expect(tokens[1]! - tokens[0]!).toBeGreaterThan(fleet.transfer(request.prompt));
    }
  });

  it('never runs a prompt where tokens are decoded', () => {
    for (const { iterations } of decodes)
      for (const { entries } of iterations) expect(entries.every(({ tokens }) => tokens === 1)).toBe(true);
  });
});

describe('on the workload of Fig. 1', () => {
  const colocated = (rate: number) => {
    const trace = workload(rate);
    return join(trace, [simulate({ trace, policy: prefillFirst(256, 512), time, pool })]);
  };

  it('two prefill GPUs and one decode GPU bear 9 a second within both targets, one GPU alone not even 2', () => {
    expect(attainment(disaggregated(workload(9), fleet).served, slo)).toBeGreaterThan(0.9);
    expect(attainment(colocated(2), slo)).toBeLessThan(0.9);
  });

  it('a GPU that does both falls below 90 % near the 1.6 a second that the paper measured, and by its TPOT', () => {
    expect(attainment(colocated(1.2), slo)).toBeGreaterThan(0.9);
    const served = colocated(1.8);
    expect(attainment(served, slo)).toBeLessThan(0.9);
    const late = served.filter((one) => tpotOf(one) > slo.tpot).length;
    expect(late / served.length).toBeCloseTo(1 - attainment(served, slo), 9);
  });
});

describe('replicate', () => {
  const [prefill, decode] = [
    { goodput: 5.6, gpus: 1 },
    { goodput: 10, gpus: 1 },
  ];
  it('finds 2 prefill GPUs and 1 decode GPU for 10 a second: 3.3 for each (Sec. 1)', () => {
    const { n, m, perGpu } = replicate(10, prefill, decode);
    expect([n, m]).toEqual([2, 1]);
    expect(perGpu).toBeCloseTo(3.3, 1);
  });

  it('never bears more per GPU than the limit, and comes near it for large rates', () => {
    for (let R = 1; R < 60; R++)
      expect(replicate(R, prefill, decode).perGpu).toBeLessThanOrEqual(perGpuLimit(prefill, decode));
    expect(replicate(560, prefill, decode).perGpu).toBeCloseTo(perGpuLimit(prefill, decode), 9);
  });
});

describe('the KV cache on its way', () => {
  it('is 1.13 GB, in binary, for 512 tokens of OPT-66B (Sec. 3.3)', () => {
    expect((512 * kvBytesPerToken(opt66b)) / 2 ** 30).toBeCloseTo(1.125, 9);
  });
});

describe('takeTurns', () => {
  it('deals every request to one hand', () => {
    const hands = takeTurns(workload(1, 7), 3);
    expect(hands.map((hand) => hand.map(({ id }) => id))).toEqual([
      [0, 3, 6],
      [1, 4],
      [2, 5],
    ]);
  });
});
