/**
 * Prefill and decode on GPUs of their own (DistServe, Sec. 2.3 and 4.3), both on the engine of all other schedulers.
 *
 * Modelled: prompts go to the prefill instance that will be free first; the first token comes out there; the KV cache
 * is then transferred, one request's at a time over each prefill instance's link; decode instances take turns. Left
 * out: pulling only when there is room, several GPUs in an instance.
 */
import type { PoolSize } from '#mechanisms/serving/block-pool.ts';
import { simulate, type IterationTime } from '#mechanisms/serving/engine.ts';
import type { Policy } from '#mechanisms/serving/iteration-plan.ts';
import { tokenTimes } from '#mechanisms/serving/metrics.ts';
import { orca } from '#mechanisms/serving/policies/orca.ts';
import { prefillFirst } from '#mechanisms/serving/policies/prefill-first.ts';
import { sortedTrace, type Request, type Trace } from '#mechanisms/serving/request.ts';
import type { Run } from '#mechanisms/serving/run.ts';

export interface Fleet {
  /** Instances of each kind, of one GPU each. */
  readonly prefill: number;
  readonly decode: number;
  readonly time: IterationTime;
  /** KV memory of a GPU. */
  readonly pool: PoolSize;
  /** Seconds to move the KV cache of so many tokens. */
  readonly transfer: (tokens: number) => number;
  /** Prompt tokens at which a prefill batch is full: L_m. */
  readonly fullBatch: number;
  /** The most requests in a decode batch. */
  readonly maxBatch: number;
}

/** A request as its user saw it. */
export interface Served {
  readonly request: Request;
  /** When its tokens came, in seconds. */
  readonly tokens: readonly number[];
}

export interface DisaggregatedRun {
  readonly prefills: readonly Run[];
  readonly decodes: readonly Run[];
  readonly served: readonly Served[];
}

// #region disaggregated
/** Serves a trace with prefill and decode apart: two simulations, the second fed by the tokens of the first. */
export function disaggregated(trace: Trace, fleet: Fleet): DisaggregatedRun {
  const { time, pool, fullBatch, maxBatch } = fleet;
  const run = (part: Trace, policy: Policy) => simulate({ trace: part, policy, time, pool });
  const prompts = dispatch(trace, fleet).map((part) => part.map((request) => ({ ...request, output: 1 })));
  const prefills = prompts.map((part) => run(part, prefillFirst(maxBatch, fullBatch)));
  const handovers = prefills.flatMap((prefill) => handOver(prefill, trace, fleet));
  const shares = takeTurns(sortedTrace(handovers), fleet.decode);
  const decodes = shares.map((part) => run(part, orca(maxBatch)));
  return { prefills, decodes, served: join(trace, [...prefills, ...decodes]) };
}

/** What arrives at the decode side: everything but one token of each request is cached, and arrives with its KV. */
function handOver(prefill: Run, trace: Trace, { transfer }: Fleet): Request[] {
  let linkFree = 0;
  return byFirstToken(prefill)
    .map(([id, done]) => ({ request: trace.find((request) => request.id === id)!, done }))
    .filter(({ request }) => request.output > 1)
    .map(({ request: { id, prompt, output }, done }) => {
      linkFree = Math.max(linkFree, done) + transfer(prompt);
      return { id, arrival: linkFree, prompt: prompt + 1, cached: prompt, output: output - 1 };
    });
}
// #endregion disaggregated

/** Ids and times of first tokens, in order of time. */
const byFirstToken = (run: Run): [id: number, time: number][] =>
  [...tokenTimes(run)].map(([id, times]): [number, number] => [id, times[0]!]).sort((a, b) => a[1] - b[1]);

/** Each prompt to the instance that would be free first if prompts ran one by one. */
function dispatch(trace: Trace, { prefill, time }: Fleet): Request[][] {
  const parts = Array.from({ length: prefill }, (): Request[] => []);
  const free = parts.map(() => 0);
  for (const request of sortedTrace(trace)) {
    const i = free.indexOf(Math.min(...free));
    const alone = { request: request.id, phase: 'prefill', tokens: request.prompt, context: 0, emits: 1 } as const;
    free[i] = Math.max(free[i]!, request.arrival) + time([alone]);
    parts[i]!.push(request);
  }
  return parts;
}

/** Deals the requests out in turn. */
export const takeTurns = (trace: Trace, hands: number): Trace[] =>
  Array.from({ length: hands }, (_, hand) => trace.filter((_request, i) => i % hands === hand));

/** All tokens of each request, from whichever run they came. */
export function join(trace: Trace, runs: readonly Run[]): Served[] {
  const times = runs.map(tokenTimes);
  return trace.map((request) => ({ request, tokens: times.flatMap((of) => of.get(request.id) ?? []) }));
}
