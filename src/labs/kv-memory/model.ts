import { backlog } from '#mechanisms/serving/backlog.ts';
import { BlockPool } from '#mechanisms/serving/block-pool.ts';
import { crowd, meanBatch, meanUse, requestUse, type CrowdStep, type SlotUse } from '#mechanisms/serving/crowd.ts';
import {
  contiguousMemory,
  pagedMemory,
  reserveMax,
  reserveOracle,
  reservePow2,
  type KvMemory,
  type Reservation,
} from '#mechanisms/serving/kv-memory.ts';
import type { Request } from '#mechanisms/serving/request.ts';

export const systems = ['max', 'pow2', 'oracle', 'paged'] as const;
export type System = (typeof systems)[number];

export interface State {
  step: number;
  system: System;
  /** Tokens of a block, for paging. */
  blockSize: number;
  /** Mean tokens of an answer. */
  output: number;
}

export const slots = 1024;
export const longest = 256;
export const steps = 160;
const prompt = 20;
/** Steps until those who were let in together at the start have parted. */
const warmUp = 40;

const reservations: Readonly<Record<Exclude<System, 'paged'>, Reservation>> = {
  max: reserveMax(longest),
  pow2: reservePow2,
  oracle: reserveOracle,
};

/** One request that runs, by what becomes of the slots kept for it. */
export interface Kept extends Omit<SlotUse, 'external'> {
  readonly id: number;
}

/** A memory of 1,024 slots at one step under one way to give it out, and the means of all four over the run. */
export function run({ step, system, blockSize, output }: State) {
  const { requests, crowds } = ranAll(blockSize, output);
  const { batch, use, preempted } = crowds[system][step]!;
  return {
    kept: batch.map(({ request, context, tokens }): Kept => {
      const one = requests[request]!;
      const stored = context + tokens;
      return { id: request, ...requestUse(one, stored, { held: () => heldBy(system, one, stored, blockSize) }) };
    }),
    use,
    preempted,
    running: systems.map((name) => ({
      system: name,
      points: crowds[name].map(({ batch }, at): [number, number] => [at, batch.length]),
    })),
    means: systems.map((name) => {
      const settled = crowds[name].slice(warmUp);
      return { system: name, use: meanUse(settled), batch: meanBatch(settled) };
    }),
  };
}

export type Run = ReturnType<typeof run>;

/** Slots kept for a request that has stored so many tokens. */
function heldBy(system: System, request: Request, stored: number, blockSize: number): number {
  return system === 'paged' ? Math.ceil(stored / blockSize) * blockSize : reservations[system](request);
}

interface Ran {
  requests: readonly Request[];
  crowds: Record<System, readonly CrowdStep[]>;
}

const known = new Map<string, Ran>();

/** The whole run of all four; kept, as the playhead moves through one. */
function ranAll(blockSize: number, output: number): Ran {
  const key = `${blockSize} ${output}`;
  const kept = known.get(key);
  if (kept) return kept;
  const requests = backlog({ prompt, output }, 600, longest);
  const under = (memory: KvMemory) => crowd(requests, memory, steps);
  const contiguous = (system: keyof typeof reservations) => under(contiguousMemory(slots, reservations[system]));
  const crowds = {
    max: contiguous('max'),
    pow2: contiguous('pow2'),
    oracle: contiguous('oracle'),
    paged: under(pagedMemory(new BlockPool({ blocks: Math.floor(slots / blockSize), blockSize }))),
  };
  const ran = { requests, crowds };
  known.set(key, ran);
  return ran;
}
