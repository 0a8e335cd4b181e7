import { describe, expect, it } from 'vitest';
import { a100, mistral7b, roofline } from '#mechanisms/serving/cost.ts';
import { simulate } from '#mechanisms/serving/engine.ts';
import { orca } from '#mechanisms/serving/policies/orca.ts';
import { orcaWorkload, poissonTrace } from '#mechanisms/serving/request.ts';

const time = roofline(mistral7b, a100);

describe('orca', () => {
  it('lets a request join in the iteration after another has left', () => {
    const trace = [1, 4, 2].map((output, id) => ({ id, arrival: 0, prompt: 8, output }));
    const run = simulate({ trace, policy: orca(2), time, pool: { blocks: 99, blockSize: 1 } });
    const batches = run.iterations.map(({ entries }) => entries.map(({ request }) => request));
    expect(batches).toEqual([[0, 1], [1, 2], [1, 2], [1]]);
  });

  it('reserves every slot a request may need, so it never preempts', () => {
    for (let seed = 0; seed < 20; seed++) {
      const trace = poissonTrace({ ...orcaWorkload, count: 30, rate: 50 }, seed);
      const run = simulate({ trace, policy: orca(16), time, pool: { blocks: 1500, blockSize: 1 } });
      expect(run.iterations.some(({ preempted }) => preempted.length > 0)).toBe(false);
    }
  });

  it('has run an earlier arrival in at least as many iterations as a later one, while both live (Sec. 4.2)', () => {
    const trace = poissonTrace({ ...orcaWorkload, count: 30, rate: 50 }, 1);
    const run = simulate({ trace, policy: orca(4), time, pool: { blocks: 1500, blockSize: 1 } });
    const ran = new Map(trace.map(({ id }) => [id, 0]));
    for (const { entries } of run.iterations) {
      for (const { request } of entries) ran.set(request, ran.get(request)! + 1);
      const live = trace.filter(({ id, output }) => ran.get(id)! < output).map(({ id }) => ran.get(id)!);
      expect(live).toEqual([...live].sort((a, b) => b - a));
    }
  });
});
