import { describe, expect, it } from 'vitest';
import { a100, mistral7b, roofline } from '#mechanisms/serving/cost.ts';
import { simulate } from '#mechanisms/serving/engine.ts';
import { makespan } from '#mechanisms/serving/metrics.ts';
import { orca } from '#mechanisms/serving/policies/orca.ts';
import { requestLevel } from '#mechanisms/serving/policies/request-level.ts';

const time = roofline(mistral7b, a100);
const pool = { blocks: 4096, blockSize: 1 };
const batches = (run: ReturnType<typeof simulate>) =>
  run.iterations.map(({ entries }) => entries.map(({ request }) => request));

describe('requestLevel', () => {
  it('lets nobody join before the last request of the batch has finished', () => {
    const trace = [1, 4, 2].map((output, id) => ({ id, arrival: 0, prompt: 8, output }));
    const run = simulate({ trace, policy: requestLevel(2), time, pool });
    expect(batches(run)).toEqual([[0, 1], [1], [1], [1], [2], [2]]);
  });

  it('forms no larger batch than maximum lengths fit into memory', () => {
    const trace = [0, 1, 2].map((id) => ({ id, arrival: 0, prompt: 8, output: 1 }));
    const run = simulate({ trace, policy: requestLevel(3, 2048), time, pool });
    expect(batches(run)).toEqual([[0, 1], [2]]);
    expect(run.iterations[0]!.memory.wasted).toBe(4096 - 16);
  });

  it('takes exactly as long as iteration-level scheduling for identical requests that arrive together', () => {
    const trace = [0, 1, 2, 3, 4, 5].map((id) => ({ id, arrival: 0, prompt: 100, output: 9 }));
    const span = (policy: ReturnType<typeof orca>) => makespan(simulate({ trace, policy, time, pool }));
    expect(span(requestLevel(3))).toBe(span(orca(3)));
  });
});
