import { describe, expect, it } from 'vitest';
import type { BatchEntry, Iteration, Run } from '#mechanisms/serving/run.ts';
import { validate } from '#mechanisms/serving/validate.ts';

/** Worked by hand: a prompt of 3 in chunks of 2 and 1, then one decode, in a pool of 2 blocks of 2. */
const good: Run = {
  trace: [{ id: 5, arrival: 1, prompt: 3, output: 2 }],
  pool: { blocks: 2, blockSize: 2 },
  iterations: [
    iteration(1, { request: 5, phase: 'prefill', tokens: 2, context: 0, emits: 0 }, 2),
    iteration(2, { request: 5, phase: 'prefill', tokens: 1, context: 2, emits: 1 }, 3),
    iteration(3, { request: 5, phase: 'decode', tokens: 1, context: 3, emits: 1 }, 4),
  ],
};

function iteration(start: number, entry: BatchEntry, filled: number): Iteration {
  return { start, end: start + 1, entries: [entry], preempted: [], memory: { filled, wasted: 0, free: 4 - filled } };
}

/** The good run with iteration `i`, or its only entry, changed. */
const change = (i: number, patch: Partial<Iteration>): Run => ({
  ...good,
  iterations: good.iterations.map((it, k) => (k === i ? { ...it, ...patch } : it)),
});
const changeEntry = (i: number, patch: Partial<BatchEntry>): Run =>
  change(i, { entries: [{ ...good.iterations[i]!.entries[0]!, ...patch }] });

describe('validate', () => {
  it('finds nothing wrong with a run worked by hand', () => expect(validate(good)).toEqual([]));

  it.each<[string, Run, string]>([
    ['an iteration that ends before it starts', change(1, { end: 1 }), 'iteration 1: time does not move forward'],
    ['iterations that overlap', change(1, { start: 1.5 }), 'iteration 1: time does not move forward'],
    ['an empty batch', change(0, { entries: [] }), 'iteration 0: runs nobody'],
    [
      'a start before arrival',
      { ...good, trace: [{ ...good.trace[0]!, arrival: 1.5 }] },
      'iteration 0: request 5 runs before it arrives',
    ],
    ['a stranger', changeEntry(0, { request: 6 }), 'iteration 0: request 6 is unknown'],
    [
      'a request twice in a batch',
      change(0, { entries: [good.iterations[0]!.entries[0]!, good.iterations[1]!.entries[0]!] }),
      'iteration 0: request 5 runs twice',
    ],
    ['a token stored twice', changeEntry(1, { context: 1 }), 'iteration 1: request 5 has 2 tokens cached, not 1'],
    [
      'a decode before the prompt is done',
      changeEntry(1, { phase: 'decode' }),
      'iteration 1: request 5 is not in decode',
    ],
    ['a chunk longer than the prompt', changeEntry(0, { tokens: 4 }), 'iteration 0: request 5 has 3 tokens to prefill'],
    ['a token out of half a prompt', changeEntry(0, { emits: 1 }), 'iteration 0: request 5 emits 1'],
    ['a decode that emits nothing', changeEntry(2, { emits: 0 }), 'iteration 2: request 5 decodes 0 tokens'],
    ['a token too few', { ...good, iterations: good.iterations.slice(0, 2) }, 'request 5: 1 of 2 tokens'],
    [
      'a request that runs on after its end',
      { ...good, trace: [{ ...good.trace[0]!, output: 1 }] },
      'iteration 2: request 5 runs after its end',
    ],
    ['KV that was dropped but is used', change(2, { preempted: [5] }), 'iteration 2: request 5 runs and is preempted'],
    ['a pool too small', { ...good, pool: { blocks: 1, blockSize: 2 } }, 'iteration 1: 2 blocks are needed of 1'],
    [
      'memory that does not add up',
      change(0, { memory: { filled: 2, wasted: 1, free: 2 } }),
      'iteration 0: filled, wasted and free slots do not add up to the pool',
    ],
    [
      'memory that stores other tokens',
      change(0, { memory: { filled: 1, wasted: 1, free: 2 } }),
      'iteration 0: the pool stores other tokens than those cached',
    ],
  ])('reports %s', (_, run, problem) => expect(validate(run)).toContain(problem));
});
