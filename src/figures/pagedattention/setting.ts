/** What this page's figures and text run: a memory of OPT-13B under four ways to give it out, and two small pools. */
import { alpaca, backlog, shareGpt, type MeanLengths } from '#mechanisms/serving/backlog.ts';
import { BlockPool } from '#mechanisms/serving/block-pool.ts';
import { kvBytesPerToken, roofline } from '#mechanisms/serving/cost.ts';
import { crowd, meanBatch, meanUse, requestUse, throughput, type SlotUse } from '#mechanisms/serving/crowd.ts';
import {
  contiguousMemory,
  pagedMemory,
  reserveMax,
  reserveOracle,
  reservePow2,
  type KvMemory,
} from '#mechanisms/serving/kv-memory.ts';
import { a100Small, opt13b, slotsIn } from '#mechanisms/serving/opt.ts';
import { pagedRoofline } from '#mechanisms/serving/paged-time.ts';
import { blocksSaved, tailWaste } from '#mechanisms/serving/sharing.ts';

/** Table 1: 12 GB (binary) are left for the KV cache of OPT-13B. */
export const slots = slotsIn(12 * 2 ** 30, opt13b);
export const bytesPerToken = kvBytesPerToken(opt13b);
export const longest = 2048;
export const blockSize = 16;
const poolSize = { blocks: Math.floor(slots / blockSize), blockSize };

export const systems = ['max', 'pow2', 'oracle', 'paged'] as const;
export type System = (typeof systems)[number];
export const systemNames: Readonly<Record<System, string>> = {
  max: 'Orca (Max)',
  pow2: 'Orca (Pow2)',
  oracle: 'Orca (Oracle)',
  paged: 'vLLM',
};

/** What the paper prints in Fig. 2 (shares of the slots) and Fig. 13 (requests batched). Of vLLM it prints only the first. */
export const printed: Readonly<Record<System, { use: Partial<SlotUse>; shareGpt: number; alpaca: number }>> = {
  max: { use: { stored: 0.204, reserved: 0.133, internal: 0.573, external: 0.089 }, shareGpt: 7, alpaca: 7 },
  pow2: { use: { stored: 0.268, reserved: 0.179, internal: 0.136, external: 0.416 }, shareGpt: 9.81, alpaca: 43.24 },
  oracle: { use: { stored: 0.382, reserved: 0.252, external: 0.366 }, shareGpt: 13.62, alpaca: 72.75 },
  paged: { use: { stored: 0.963 }, shareGpt: 30.42, alpaca: 132.44 },
};

const pool = new BlockPool(poolSize);
const memories: Readonly<Record<System, () => KvMemory>> = {
  max: () => contiguousMemory(slots, reserveMax(longest)),
  pow2: () => contiguousMemory(slots, reservePow2),
  oracle: () => contiguousMemory(slots, reserveOracle),
  paged: () => pagedMemory(pool),
};
const chats = backlog(shareGpt, 1200, longest);
const held = { max: memories.max(), pow2: memories.pow2(), oracle: memories.oracle(), paged: memories.paged() };
/** Few requests at a time take many steps to average out. */
const chatSteps = (system: System) => crowd(chats, held[system], system === 'paged' ? 2500 : 7100);
const all = { max: chatSteps('max'), pow2: chatSteps('pow2'), oracle: chatSteps('oracle'), paged: chatSteps('paged') };
const warmUp = 600;
const steady = (system: System) => all[system].slice(warmUp);

/** Means over the steps of ShareGPT-like chats that never stop coming. */
export const use: Readonly<Record<System, SlotUse>> = {
  max: meanUse(steady('max')),
  pow2: meanUse(steady('pow2')),
  oracle: meanUse(steady('oracle')),
  paged: meanUse(steady('paged')),
};
export const batch: Readonly<Record<System, number>> = {
  max: meanBatch(steady('max')),
  pow2: meanBatch(steady('pow2')),
  oracle: meanBatch(steady('oracle')),
  paged: meanBatch(steady('paged')),
};
/** Requests batched on Alpaca-like instructions. */
export const alpacaBatch = (system: Exclude<System, 'paged'>): number =>
  meanBatch(crowd(backlog(alpaca, 1200, longest), memories[system](), 500).slice(150));

const contiguousTime = roofline(opt13b, a100Small);
const sampled = (system: System) => steady(system).filter((_, i) => i % 10 === 0);
/** Tokens per second, paging with the slower attention kernel; and what paging would reach without that. */
export const speed = {
  max: throughput(sampled('max'), contiguousTime),
  oracle: throughput(sampled('oracle'), contiguousTime),
  paged: throughput(sampled('paged'), pagedRoofline(opt13b, a100Small)),
  pagedUnslowed: throughput(sampled('paged'), contiguousTime),
};
/** Share of steps in which somebody is preempted. */
export const preemptedShare = steady('paged').filter(({ preempted }) => preempted > 0).length / steady('paged').length;

/** The last step: what each chunk of Orca (Max) holds, and the blocks of the longest request under paging. */
const byId = new Map(chats.map((request) => [request.id, request]));
export const chunks = all.max
  .at(-1)!
  .batch.map(({ request, context, tokens }) => requestUse(byId.get(request)!, context + tokens, held.max))
  .filter(({ reserved, internal }) => reserved + internal > 0);
export const lastUse = { max: all.max.at(-1)!.use, paged: all.paged.at(-1)!.use };
export const lastBatch = { max: all.max.at(-1)!.batch.length, paged: all.paged.at(-1)!.batch.length };
const tables = all.paged.at(-1)!.batch.map(({ request }) => pool.table(request));
export const mosaic = { blocks: poolSize.blocks, taken: tables.flat(), one: tables[Math.floor(tables.length / 3)]! };

/** Seconds to read so many known tokens in one prefill; and of a step of a full batch, which generates one of each request. */
export const recompute = (tokens: number): number =>
  contiguousTime([{ request: 0, phase: 'prefill', tokens, context: 0, emits: 1 }]);
export const stepSeconds = batch.paged / speed.paged;

const lengths: Readonly<Record<'shareGpt' | 'alpaca', MeanLengths>> = { shareGpt, alpaca };
export const saved = (data: keyof typeof lengths, samples: number): number =>
  blocksSaved(backlog(lengths[data], 300, longest), samples, blockSize);
export const tail = (data: keyof typeof lengths, B: number): number =>
  tailWaste(backlog(lengths[data], 300, longest), B);

/** A token as the small figures name it: whose, and which. */
type Token = [owner: number, index: number];

/** A small pool that remembers which token stands in which slot. */
export class Ledger {
  readonly pool: BlockPool;
  /** By physical block, in order of its slots. */
  private readonly tokens = new Map<number, Token[]>();

  constructor(blocks: number, size: number) {
    this.pool = new BlockPool({ blocks, blockSize: size });
  }

  /** Stores further tokens of an owner, one by one. */
  append(owner: number, count: number): void {
    for (let i = 0; i < count; i++) {
      for (const { from, to } of this.pool.append(owner, 1)) this.tokens.set(to, [...this.tokens.get(from)!]);
      const block = this.pool.table(owner).at(-1)!;
      const length = this.pool.length(owner);
      const fresh = length % this.pool.size.blockSize === 1;
      this.tokens.set(block, [...(fresh ? [] : this.tokens.get(block)!), [owner, length]]);
    }
  }

  /** The tokens in a physical block that somebody holds, by slot. */
  tokensIn(block: number): (Token | undefined)[] {
    const tokens = this.pool.referencesTo(block) > 0 ? this.tokens.get(block)! : [];
    return Array.from({ length: this.pool.size.blockSize }, (_, slot) => tokens[slot]);
  }
}

/** Eight blocks of four tokens: C came and went, then A grew to 9 tokens and B to 5. */
export const small = new Ledger(8, 4);
small.append(2, 9);
small.append(0, 7);
small.pool.free(2);
small.append(1, 5);
small.append(0, 2);
