import { describe, expect, it } from 'vitest';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { a100, mistral7b, roofline } from '#mechanisms/serving/cost.ts';
import { simulate } from '#mechanisms/serving/engine.ts';
import type { Policy } from '#mechanisms/serving/iteration-plan.ts';
import { timesBetweenTokens, timeToFirstToken } from '#mechanisms/serving/metrics.ts';
import { orca } from '#mechanisms/serving/policies/orca.ts';
import { prefillFirst } from '#mechanisms/serving/policies/prefill-first.ts';
import { requestLevel } from '#mechanisms/serving/policies/request-level.ts';
import { sarathiServe } from '#mechanisms/serving/policies/sarathi-serve.ts';
import { poissonTrace } from '#mechanisms/serving/request.ts';
import { validate } from '#mechanisms/serving/validate.ts';

const time = roofline(mistral7b, a100);
const ample = { blocks: 4096, blockSize: 16 };
const policies: [name: string, policy: Policy][] = [
  ['requestLevel', requestLevel(4)],
  ['orca', orca(4)],
  ['prefillFirst', prefillFirst(6)],
  ['prefillFirst, 60 prompt tokens a batch', prefillFirst(6, 60)],
  ['sarathiServe, τ = 7', sarathiServe(7, 6)],
  ['sarathiServe, τ = 64', sarathiServe(64)],
];

/** Up to 8 requests in a hurry, in a pool that the longest of them may fill alone. */
function tightSetup(seed: number) {
  const random = createRandom(seed);
  const blockSize = random.integer(1, 8);
  const workload = { count: random.integer(1, 8), rate: 200, prompt: [1, 40], output: [1, 12] } as const;
  return {
    trace: poissonTrace(workload, seed),
    pool: { blocks: Math.ceil(52 / blockSize) + random.integer(0, 12), blockSize },
  };
}

describe.each(policies)('simulate under %s', (_, policy) => {
  it('gives a valid run for each of 500 seeded traces in scarce memory', () => {
    for (let seed = 0; seed < 500; seed++)
      expect(validate(simulate({ ...tightSetup(seed), policy, time })), `seed ${seed}`).toEqual([]);
  });

  it('gives the same run twice', () => {
    expect(simulate({ ...tightSetup(1), policy, time })).toEqual(simulate({ ...tightSetup(1), policy, time }));
  });

  it('makes the first token of a request alone cost the forward passes over its prompt and nothing else', () => {
    const run = simulate({ trace: [{ id: 0, arrival: 3, prompt: 50, output: 2 }], policy, time, pool: ample });
    const passes = run.iterations.slice(0, -1).map(({ entries }) => entries);
    expect(passes.flat().reduce((sum, { tokens }) => sum + tokens, 0)).toBe(50);
    expect(timeToFirstToken(run).get(0)).toBeCloseTo(
      passes.reduce((sum, batch) => sum + time(batch), 0),
      12,
    );
    expect(timesBetweenTokens(run)[0]).toBeCloseTo(time(run.iterations.at(-1)!.entries), 12);
  });
});

describe('memory that runs out', () => {
  const trace = [0, 1, 2].map((id) => ({ id, arrival: 0, prompt: 4, output: 6 }));
  const run = simulate({ trace, policy: prefillFirst(3), time, pool: { blocks: 4, blockSize: 4 } });

  it('costs the latest arrival its place', () => {
    expect(run.iterations.flatMap(({ preempted }) => preempted)).toEqual([2, 1]);
    expect(validate(run)).toEqual([]);
  });

  it('is met by recomputing prompt and generated tokens in one prefill', () => {
    const again = run.iterations.flatMap(({ entries }) => entries).filter(({ phase }) => phase === 'prefill');
    const generatedBefore = (id: number) => {
      const lost = run.iterations.findIndex(({ preempted }) => preempted.includes(id));
      return run.iterations.slice(0, lost).flatMap(({ entries }) => entries.filter(({ request }) => request === id))
        .length;
    };
    expect(again.slice(3)).toEqual(
      [1, 2].map((id) => ({ request: id, phase: 'prefill', tokens: 4 + generatedBefore(id), context: 0, emits: 1 })),
    );
  });

  it('occurs in the seeded traces above, so that they test it', () => {
    const preempts = (seed: number) =>
      simulate({ ...tightSetup(seed), policy: sarathiServe(64), time }).iterations.some(
        ({ preempted }) => preempted.length,
      );
    expect(Array.from({ length: 100 }, (_, seed) => seed).filter(preempts).length).toBeGreaterThan(20);
  });
});

describe('what later papers ask of the engine', () => {
  it('starts a prompt after the part whose KV is cached', () => {
    const trace = [{ id: 0, arrival: 0, prompt: 100, output: 3, cached: 99 }];
    const run = simulate({ trace, policy: sarathiServe(64), time, pool: ample });
    expect(validate(run)).toEqual([]);
    expect(run.iterations[0]!.entries).toEqual([{ request: 0, phase: 'prefill', tokens: 1, context: 99, emits: 1 }]);
  });

  it('lets a decode verify several tokens and keep some', () => {
    const speculate: Policy = (plan) => {
      for (const sequence of plan.decoding) plan.decode(sequence, 4, 3);
      for (const sequence of plan.waiting) plan.admit(sequence);
    };
    const trace = [{ id: 0, arrival: 0, prompt: 10, output: 9 }];
    const run = simulate({ trace, policy: speculate, time, pool: ample });
    expect(validate(run)).toEqual([]);
    expect(run.iterations.map(({ entries }) => entries[0]!.emits)).toEqual([1, 3, 3, 2]);
    expect(run.iterations.map(({ entries }) => entries[0]!.context)).toEqual([0, 10, 13, 16]);
  });
});

describe('simulate refuses', () => {
  const trace = [{ id: 0, arrival: 0, prompt: 10, output: 7 }];

  it('a request that the pool cannot hold alone, by one token', () => {
    const serve = (blocks: number) =>
      simulate({ trace, policy: sarathiServe(64), time, pool: { blocks, blockSize: 1 } });
    expect(validate(serve(16))).toEqual([]);
    expect(() => serve(15)).toThrow('request 0 needs 16 slots of 15');
  });

  it('a policy that lets requests lie for ever', () => {
    expect(() => simulate({ trace, policy: () => {}, time, pool: ample })).toThrow('runs none of 1 requests');
  });
});
