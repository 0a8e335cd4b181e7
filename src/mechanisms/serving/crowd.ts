/**
 * How many requests a KV memory lets run at once, and what its slots hold meanwhile, when there is always another
 * request waiting (PagedAttention, Fig. 2 and 13).
 *
 * Modelled: iteration-level scheduling, first come, first served; preemption of the latest arrival, whose tokens are
 * recomputed later in one prefill (Sec. 4.5). Left out: gaps between arrivals, swapping.
 */
import type { IterationTime } from '#mechanisms/serving/engine.ts';
import type { KvMemory } from '#mechanisms/serving/kv-memory.ts';
import type { Request, Trace } from '#mechanisms/serving/request.ts';
import type { BatchEntry } from '#mechanisms/serving/run.ts';

/** Token slots of a memory by what becomes of them; the four add up to all slots (Sec. 3.1, Fig. 2). */
export interface SlotUse {
  /** Hold a token's key and value. */
  readonly stored: number;
  /** Kept for tokens that will come. */
  readonly reserved: number;
  /** Kept for tokens that never come: internal fragmentation. */
  readonly internal: number;
  /** Kept for nobody: external fragmentation, and room too small for the next in line. */
  readonly external: number;
}

/** One step: who ran, what the memory held meanwhile, how many lost it. */
export interface CrowdStep {
  readonly batch: readonly BatchEntry[];
  readonly use: SlotUse;
  readonly preempted: number;
}

/** A request on its way; while it runs, its prompt and all generated tokens but the newest are stored. */
interface Resident {
  readonly request: Request;
  generated: number;
}

/** The first `steps` iterations over a backlog. Throws an Error once nobody waits any more. */
export function crowd(backlog: Trace, memory: KvMemory, steps: number): readonly CrowdStep[] {
  const queue = backlog.map((request): Resident => ({ request, generated: 0 })).toReversed(); // the first stands last
  const running: Resident[] = []; // in order of arrival
  return Array.from({ length: steps }, () => {
    const preempted = growAll(running, queue, memory);
    const decoding = running.length;
    if (preempted === 0) admitWaiting(running, queue, memory);
    if (queue.length === 0) throw new Error('nobody waits any more');
    const batch = running.map((one, i) => entryOf(one, i < decoding ? 'decode' : 'prefill'));
    const step = { batch, use: slotUse(running, memory), preempted };
    emit(running, memory);
    return step;
  });
}

// #region crowd-step
/** Room for one more token of everybody, oldest first; where there is none, the latest arrival loses all it has. */
function growAll(running: Resident[], queue: Resident[], memory: KvMemory): number {
  let preempted = 0;
  for (let i = 0; i < running.length; i++)
    while (i < running.length && !memory.grow(running[i]!.request)) {
      const latest = running.pop()!;
      memory.release(latest.request);
      queue.push(latest);
      preempted += 1;
    }
  return preempted;
}

/** Lets newcomers in, in order, until one does not fit. */
function admitWaiting(running: Resident[], queue: Resident[], memory: KvMemory): void {
  for (let next = queue.at(-1); next; next = queue.at(-1)) {
    if (!memory.admit(next.request, next.request.prompt + next.generated)) return;
    running.push(queue.pop()!);
  }
}
// #endregion crowd-step

/** Everybody who runs generates a token; who has all of them gives the memory back. */
function emit(running: Resident[], memory: KvMemory): void {
  for (const one of running) one.generated += 1;
  const done = running.filter(({ request, generated }) => generated === request.output);
  for (const one of done) {
    memory.release(one.request);
    running.splice(running.indexOf(one), 1);
  }
}

function entryOf({ request, generated }: Resident, phase: BatchEntry['phase']): BatchEntry {
  const stored = request.prompt + generated;
  const tokens = phase === 'decode' ? 1 : stored;
  return { request: request.id, phase, tokens, context: stored - tokens, emits: 1 };
}

/** The slots kept for one request of which `stored` tokens are in the cache; the last token generated never is, hence − 1. */
export function requestUse(
  request: Request,
  stored: number,
  memory: Pick<KvMemory, 'held'>,
): Omit<SlotUse, 'external'> {
  const held = memory.held(request);
  const useful = Math.min(held, request.prompt + request.output - 1);
  return { stored, reserved: useful - stored, internal: held - useful };
}

/** All slots while `running` runs. */
function slotUse(running: readonly Resident[], memory: KvMemory): SlotUse {
  const uses = running.map(({ request, generated }) => requestUse(request, request.prompt + generated, memory));
  const sum = (part: keyof (typeof uses)[number]) => uses.reduce((total, use) => total + use[part], 0);
  const [stored, reserved, internal] = [sum('stored'), sum('reserved'), sum('internal')];
  return { stored, reserved, internal, external: memory.slots - stored - reserved - internal };
}

/** What the slots hold on average over the steps, as shares of the memory. */
export function meanUse(steps: readonly CrowdStep[]): SlotUse {
  const sum = (part: keyof SlotUse) => steps.reduce((total, { use }) => total + use[part], 0);
  const slots = sum('stored') + sum('reserved') + sum('internal') + sum('external');
  const share = (part: keyof SlotUse) => sum(part) / slots;
  return {
    stored: share('stored'),
    reserved: share('reserved'),
    internal: share('internal'),
    external: share('external'),
  };
}

/** Tokens generated over the steps: one for everybody in the batch. */
const tokens = (steps: readonly CrowdStep[]): number => steps.reduce((sum, { batch }) => sum + batch.length, 0);

/** Requests in the batch, the mean over the steps. */
export const meanBatch = (steps: readonly CrowdStep[]): number => tokens(steps) / steps.length;

/** Tokens generated per second when an iteration takes `time`. */
export const throughput = (steps: readonly CrowdStep[], time: IterationTime): number =>
  tokens(steps) / steps.reduce((sum, { batch }) => sum + time(batch), 0);
