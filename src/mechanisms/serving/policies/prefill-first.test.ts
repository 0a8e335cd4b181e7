import { describe, expect, it } from 'vitest';
import { a100, mistral7b, roofline } from '#mechanisms/serving/cost.ts';
import { simulate } from '#mechanisms/serving/engine.ts';
import { prefillFirst } from '#mechanisms/serving/policies/prefill-first.ts';
import { orcaWorkload, poissonTrace } from '#mechanisms/serving/request.ts';

const time = roofline(mistral7b, a100);
const pool = { blocks: 512, blockSize: 16 };

describe('prefillFirst', () => {
  it('never mixes prefills and decodes, and runs no decode while a prompt could be admitted', () => {
    const trace = poissonTrace({ ...orcaWorkload, count: 60, rate: 40 }, 1);
    const run = simulate({ trace, policy: prefillFirst(256), time, pool: { blocks: 4096, blockSize: 16 } });
    const started = new Set<number>();
    for (const { start, entries } of run.iterations) {
      const phases = new Set(entries.map(({ phase }) => phase));
      expect(phases.size).toBe(1);
      const waiting = trace.some(({ id, arrival }) => arrival <= start && !started.has(id));
      expect(phases.has('prefill')).toBe(waiting);
      for (const { request } of entries) started.add(request);
    }
  });

  it('fills a batch with prompts up to the token limit, and admits a longer one alone', () => {
    const trace = [300, 600, 200, 100].map((prompt, id) => ({ id, arrival: 0, prompt, output: 1 }));
    const run = simulate({ trace, policy: prefillFirst(256, 500), time, pool });
    expect(run.iterations.map(({ entries }) => entries.map(({ tokens }) => tokens))).toEqual([
      [300],
      [600],
      [200, 100],
    ]);
  });

  it('keeps no more than maxBatch requests running', () => {
    const trace = [0, 1, 2].map((id) => ({ id, arrival: 0, prompt: 10, output: 3 }));
    const run = simulate({ trace, policy: prefillFirst(2), time, pool });
    expect(Math.max(...run.iterations.map(({ entries }) => entries.length))).toBe(2);
  });
});
