import { describe, expect, it } from 'vitest';
import { orcaWorkload, poissonTrace, sortedTrace } from '#mechanisms/serving/request.ts';

describe('poissonTrace', () => {
  const workload = { ...orcaWorkload, count: 4000, rate: 5 };

  it('gives the same trace for the same seed, another for another', () => {
    expect(poissonTrace(workload, 1)).toEqual(poissonTrace(workload, 1));
    expect(poissonTrace(workload, 1)).not.toEqual(poissonTrace(workload, 2));
  });

  it('has exponential gaps: mean and standard deviation are both 1/rate', () => {
    const arrivals = poissonTrace(workload, 3).map(({ arrival }) => arrival);
    const gaps = arrivals.map((arrival, i) => arrival - (arrivals[i - 1] ?? 0));
    const mean = gaps.reduce((a, b) => a + b) / gaps.length;
    const deviation = Math.sqrt(gaps.reduce((a, gap) => a + (gap - mean) ** 2, 0) / gaps.length);
    expect(mean).toBeCloseTo(0.2, 1);
    expect(deviation / mean).toBeCloseTo(1, 1);
  });

  it('draws lengths from the closed ranges', () => {
    const trace = poissonTrace(workload, 4);
    expect(Math.min(...trace.map(({ prompt }) => prompt))).toBe(32);
    expect(Math.max(...trace.map(({ prompt }) => prompt))).toBe(512);
    expect(Math.min(...trace.map(({ output }) => output))).toBe(1);
    expect(Math.max(...trace.map(({ output }) => output))).toBe(128);
  });
});

describe('sortedTrace', () => {
  const good = { id: 0, arrival: 0, prompt: 1, output: 1 };

  it('orders by arrival, then by id', () => {
    const at = (id: number, arrival: number) => ({ ...good, id, arrival });
    expect(sortedTrace([at(2, 1), at(1, 1), at(0, 3), at(3, 0)]).map(({ id }) => id)).toEqual([3, 1, 2, 0]);
  });

  it.each([
    ['an empty prompt', [{ ...good, prompt: 0 }]],
    ['no output', [{ ...good, output: 0 }]],
    ['half a token', [{ ...good, prompt: 1.5 }]],
    ['a prompt that is cached whole', [{ ...good, cached: 1 }]],
    ['an arrival that is not a number', [{ ...good, arrival: NaN }]],
    ['one id twice', [good, good]],
  ])('refuses %s', (_, trace) => expect(() => sortedTrace(trace)).toThrow(RangeError));
});
