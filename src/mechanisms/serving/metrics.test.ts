import { describe, expect, it } from 'vitest';
import {
  generationStalls,
  makespan,
  normalizedLatency,
  outputThroughput,
  percentile,
  timesBetweenTokens,
  timeToFirstToken,
  tokenTimes,
} from '#mechanisms/serving/metrics.ts';
import type { BatchEntry, Run } from '#mechanisms/serving/run.ts';

const entry = (request: number, emits: number): BatchEntry => ({
  request,
  phase: 'prefill',
  tokens: 1,
  context: 0,
  emits,
});
const memory = { filled: 0, wasted: 0, free: 0 };

/** Request 0 gets tokens at 3, 4 and 9 s, request 1 (a second later) at 9 s: a stall of 5 s between. */
const run: Run = {
  trace: [
    { id: 0, arrival: 1, prompt: 1, output: 3 },
    { id: 1, arrival: 2, prompt: 1, output: 1 },
  ],
  pool: { blocks: 1, blockSize: 1 },
  iterations: [
    { start: 1, end: 3, entries: [entry(0, 1)], preempted: [], memory },
    { start: 3, end: 4, entries: [entry(0, 1)], preempted: [], memory },
    { start: 4, end: 8, entries: [entry(1, 0)], preempted: [], memory },
    { start: 8, end: 9, entries: [entry(0, 1), entry(1, 1)], preempted: [], memory },
  ],
};

describe('metrics of a run worked by hand', () => {
  it('time each token by the end of its iteration', () => {
    expect([...tokenTimes(run)]).toEqual([
      [0, [3, 4, 9]],
      [1, [9]],
    ]);
  });

  it('measure the first token from the arrival', () => {
    expect([...timeToFirstToken(run)]).toEqual([
      [0, 2],
      [1, 7],
    ]);
  });

  it('measure the others from the token before', () => expect(timesBetweenTokens(run)).toEqual([1, 5]));

  it('call a wait longer than the target a stall', () => {
    expect(generationStalls(run, 2)).toEqual([{ request: 0, start: 4, end: 9 }]);
    expect(generationStalls(run, 5)).toEqual([]);
  });

  it('count throughput over the makespan and latency per token', () => {
    expect(makespan(run)).toBe(8);
    expect(outputThroughput(run)).toBe(0.5);
    expect([...normalizedLatency(run).values()]).toEqual([8 / 3, 7]);
  });
});

describe('percentile', () => {
  it.each([
    [0, 10],
    [1, 10],
    [20, 10],
    [21, 20],
    [50, 30],
    [99, 50],
    [100, 50],
  ])('%i of five values is the nearest rank', (p, expected) => {
    expect(percentile([50, 10, 40, 20, 30], p)).toBe(expected);
  });

  it('of nothing is not a number', () => expect(percentile([], 50)).toBeNaN());
});
