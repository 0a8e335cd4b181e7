import { describe, expect, it } from 'vitest';
import { a100, mistral7b, roofline } from '#mechanisms/serving/cost.ts';
import { simulate } from '#mechanisms/serving/engine.ts';
import type { Policy } from '#mechanisms/serving/iteration-plan.ts';
import {
  generationStalls,
  outputThroughput,
  timesBetweenTokens,
  timeToFirstToken,
  tokenGaps,
} from '#mechanisms/serving/metrics.ts';
import { orca } from '#mechanisms/serving/policies/orca.ts';
import { prefillFirst } from '#mechanisms/serving/policies/prefill-first.ts';
import { requestLevel } from '#mechanisms/serving/policies/request-level.ts';
import { sarathiServe } from '#mechanisms/serving/policies/sarathi-serve.ts';
import { poissonTrace, type Trace } from '#mechanisms/serving/request.ts';
import type { BatchEntry, Run } from '#mechanisms/serving/run.ts';
import { teachingPool, teachingTrace } from '#mechanisms/serving/teaching-trace.ts';
import { iterationBound } from '#mechanisms/serving/token-budget.ts';

const time = roofline(mistral7b, a100);
const ample = { blocks: 8192, blockSize: 16 };
const serve = (policy: Policy, trace: Trace): Run => simulate({ trace, policy, time, pool: ample });
const maxTbt = (run: Run): number => Math.max(...timesBetweenTokens(run));
const tokensOf = (batch: readonly BatchEntry[]): number => batch.reduce((sum, { tokens }) => sum + tokens, 0);

/** The most that one iteration with `tau` tokens may take when all of `trace` is in the cache. */
function boundFor(tau: number, trace: Trace): number {
  const lengths = trace.map(({ prompt, output }) => prompt + output);
  const load = { kvTokens: lengths.reduce((a, b) => a + b), longest: Math.max(...lengths) };
  return iterationBound(tau, load, mistral7b, a100);
}

describe('sarathiServe, on 200 seeded traces', () => {
  const cases = Array.from({ length: 200 }, (_, seed) => {
    const tau = [32, 128, 512][seed % 3]!;
    const trace = poissonTrace({ count: 12, rate: 30, prompt: [16, 2000], output: [1, 40] }, seed);
    return { tau, trace, run: serve(sarathiServe(tau), trace) };
  });

  it('holds no more than τ tokens in any iteration, and exactly τ while a prompt waits', () => {
    for (const { tau, trace, run } of cases) {
      const started = new Set<number>();
      for (const { start, entries } of run.iterations) {
        for (const { request } of entries) started.add(request);
        expect(tokensOf(entries)).toBeLessThanOrEqual(tau);
        if (trace.some(({ id, arrival }) => arrival <= start && !started.has(id))) expect(tokensOf(entries)).toBe(tau);
      }
    }
  });

  it('advances every running decode in every iteration, so that no wait is longer than one iteration', () => {
    for (const { tau, trace, run } of cases) {
      const ends = new Map(run.iterations.map(({ start, end }) => [start, end]));
      for (const { start, end } of tokenGaps(run)) expect(ends.get(start)).toBe(end);
      expect(maxTbt(run)).toBeLessThanOrEqual(boundFor(tau, trace));
    }
  });

  it('reads every prompt token once, and one unfinished prompt at a time', () => {
    for (const { trace, run } of cases) {
      const chunks = run.iterations.map(({ entries }) => entries.filter(({ phase }) => phase === 'prefill'));
      for (const { id, prompt } of trace)
        expect(tokensOf(chunks.flat().filter(({ request }) => request === id))).toBe(prompt);
      for (const batch of chunks) expect(batch.filter(({ emits }) => emits === 0).length).toBeLessThanOrEqual(1);
    }
  });
});

describe('the token budget', () => {
  const budgets = [64, 128, 256, 512, 1024, 2048, 4096];
  const rises = (values: readonly number[]) =>
    expect(values.slice(1).filter((value, i) => value <= values[i]!)).toEqual([]);

  it('refuses to be smaller than the batch', () => expect(() => sarathiServe(8, 9)).toThrow(RangeError));

  it('delays the first token of a long prompt the more the smaller it is', () => {
    const trace = [{ id: 0, arrival: 0, prompt: 4096, output: 2 }];
    rises(budgets.map((tau) => -timeToFirstToken(serve(sarathiServe(tau), trace)).get(0)!));
  });

  it('keeps the longest wait between tokens the shorter the smaller it is', () => {
    rises(budgets.map((tau) => maxTbt(serve(sarathiServe(tau, 32), teachingTrace))));
  });

  it('raises the throughput of a backlog of prompts: steeply below saturation, hardly above (Sec. 4.3)', () => {
    const backlog = Array.from({ length: 24 }, (_, id) => ({ id, arrival: 0, prompt: 4096, output: 4 }));
    const throughput = budgets.map((tau) => outputThroughput(serve(sarathiServe(tau), backlog)));
    rises(throughput);
    const gains = throughput.slice(1).map((value, i) => value / throughput[i]!);
    expect(gains[0]).toBeGreaterThan(1.9); // 64 → 128 tokens: the same time for twice the work
    expect(gains.at(-1)).toBeLessThan(1.02); // 2048 → 4096
    rises(gains.map((gain) => -gain));
  });
});

describe('the teaching trace', () => {
  const tau = 512;
  const run = (policy: Policy) => simulate({ trace: teachingTrace, policy, time, pool: teachingPool });
  const runs = {
    requestLevel: run(requestLevel(8)),
    prefillFirst: run(prefillFirst(8)),
    orca: run(orca(8)),
    sarathiServe: run(sarathiServe(tau, 8)),
  };
  const bound = boundFor(tau, teachingTrace);
  const prefill = (...prompts: number[]) =>
    time(prompts.map((tokens) => ({ request: 0, phase: 'prefill', tokens, context: 0, emits: 1 })));

  it('makes a prefill-first decode wait for three prompts, in two iterations, before its own', () => {
    const stall = prefill(4096) + prefill(2048, 512);
    expect(maxTbt(runs.prefillFirst)).toBeGreaterThan(stall);
    expect(maxTbt(runs.prefillFirst)).toBeLessThan(stall + 0.012); // + one decode of five requests
  });

  it('makes a decode in a batch with a whole prompt wait as long as that prompt', () => {
    expect(maxTbt(runs.orca)).toBeGreaterThan(prefill(4096));
    expect(maxTbt(runs.orca)).toBeLessThan(prefill(4096) + 0.001);
  });

  it('stalls every running decode under both, and none with stall-free batching', () => {
    const stalled = (policyRun: Run) => new Set(generationStalls(policyRun, bound).map(({ request }) => request));
    expect([0, 1].every((id) => stalled(runs.prefillFirst).has(id))).toBe(true);
    expect([0, 1].every((id) => stalled(runs.orca).has(id))).toBe(true);
    expect(stalled(runs.sarathiServe).size).toBe(0);
  });

  it('gets the long prompt its first token later in chunks than whole', () => {
    const ttft = (policyRun: Run) => timeToFirstToken(policyRun).get(2)!;
    expect(ttft(runs.sarathiServe)).toBeGreaterThan(ttft(runs.prefillFirst));
    expect(ttft(runs.sarathiServe)).toBeLessThan(ttft(runs.requestLevel));
  });

  it('generates most per second with stall-free batching, least with request-level batching', () => {
    const { requestLevel: first, prefillFirst: second, orca: third, sarathiServe: fourth } = runs;
    const rates = [first, second, third, fourth].map(outputThroughput);
    expect(rates).toEqual([...rates].sort((a, b) => a - b));
  });
});
