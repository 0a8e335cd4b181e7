/**
 * A discrete-event simulation of one model replica that serves a trace.
 *
 * Modelled: iteration-level control (the policy decides before every forward pass), paged KV memory, preemption by
 * recomputation. Left out: what a policy's own decision costs, pipeline stages (one iteration is in flight at a
 * time), swapping. The engine knows no policy and no hardware: it is given one function for each.
 */
import { BlockPool, type PoolSize } from '#mechanisms/serving/block-pool.ts';
import { IterationPlan, type Policy } from '#mechanisms/serving/iteration-plan.ts';
import { sortedTrace, type Request, type Trace } from '#mechanisms/serving/request.ts';
import type { BatchEntry, Iteration, Run } from '#mechanisms/serving/run.ts';
import { Sequence } from '#mechanisms/serving/sequence.ts';

/** Seconds that one forward pass over the batch takes; positive. */
export type IterationTime = (batch: readonly BatchEntry[]) => number;

export interface Setup {
  readonly trace: Trace;
  readonly policy: Policy;
  readonly time: IterationTime;
  readonly pool: PoolSize;
}

/**
 * Serves the trace to its end. Throws a RangeError for a request that the pool could not hold alone, and an Error
 * when the policy leaves requests lying although nothing else will arrive.
 */
export function simulate({ trace: requests, policy, time, pool: size }: Setup): Run {
  const trace = sortedTrace(requests);
  for (const request of trace) checkFits(request, size);
  const pool = new BlockPool(size);
  const iterations: Iteration[] = [];
  let live: readonly Sequence[] = trace.map((request) => new Sequence(request, pool));
  let now = 0;
  // #region engine-loop
  while (live.length > 0) {
    const plan = new IterationPlan(arrived(live, now), pool);
    policy(plan);
    if (plan.entries.length === 0) {
      now = nextArrival(live, now);
      continue;
    }
    const { entries, preempted } = plan;
    const end = now + time(entries);
    iterations.push({ start: now, end, entries, preempted, memory: pool.occupancy() });
    for (const sequence of live) collect(sequence, entries, pool);
    live = live.filter(({ phase }) => phase !== 'finished');
    now = end;
  }
  // #endregion engine-loop
  return { trace, pool: size, iterations };
}

function arrived(live: readonly Sequence[], now: number): readonly Sequence[] {
  return live.filter(({ request }) => request.arrival <= now);
}

/** Hands a sequence the tokens that the iteration generated for it; once it has all, it gives its memory back. */
function collect(sequence: Sequence, entries: readonly BatchEntry[], pool: BlockPool): void {
  sequence.generated += entries.find(({ request }) => request === sequence.id)?.emits ?? 0;
  if (sequence.phase === 'finished') pool.free(sequence.id);
}

function nextArrival(live: readonly Sequence[], now: number): number {
  const next = live.find(({ request }) => request.arrival > now);
  if (!next) throw new Error(`at ${now} s the policy runs none of ${live.length} requests, and no other will arrive`);
  return next.request.arrival;
}

/** The last token generated is never fed back, hence the − 1. */
function checkFits({ id, prompt, output }: Request, { blocks, blockSize }: PoolSize): void {
  if (prompt + output - 1 > blocks * blockSize)
    throw new RangeError(`request ${id} needs ${prompt + output - 1} slots of ${blocks * blockSize}`);
}
