/**
 * What forks of one prompt save (PagedAttention, Sec. 4.4 and 6.3): the blocks that several samples of a request share,
 * over the blocks that they would need without sharing.
 *
 * Modelled: reference counts and copy-on-write in a real block pool, counted each time every sample has grown by a block.
 * Left out: beam search, whose shared part depends on the scores of the beams.
 */
import { BlockPool } from '#mechanisms/serving/block-pool.ts';
import type { Trace } from '#mechanisms/serving/request.ts';

export interface Sharing {
  /** Physical blocks in use, summed over the counts. */
  readonly used: number;
  /** Entries of all block tables: the blocks needed without sharing. */
  readonly unshared: number;
}

/** One prompt, `samples` outputs: read once, forked, grown together in steps of a block. */
export function parallelSamples(prompt: number, output: number, samples: number, blockSize: number): Sharing {
  const blocks = samples * (Math.ceil((prompt + output) / blockSize) + 1);
  const pool = new BlockPool({ blocks, blockSize });
  const owners = Array.from({ length: samples }, (_, i) => i);
  pool.append(0, prompt);
  for (const child of owners.slice(1)) pool.fork(0, child);
  let [used, unshared] = [0, 0];
  for (let grown = 0; grown < output; grown += blockSize) {
    for (const owner of owners) pool.append(owner, Math.min(blockSize, output - grown));
    used += pool.used;
    unshared += owners.reduce((sum, owner) => sum + pool.table(owner).length, 0);
  }
  return { used, unshared };
}

/** The share of blocks saved over the lives of all requests of a trace, each with so many samples. */
export function blocksSaved(trace: Trace, samples: number, blockSize: number): number {
  const each = trace.map(({ prompt, output }) => parallelSamples(prompt, output, samples, blockSize));
  const sum = (part: keyof Sharing) => each.reduce((total, one) => total + one[part], 0);
  return 1 - sum('used') / sum('unshared');
}

/** Slots kept but empty, as a share of all slots kept, over the lives of all requests of a trace. */
export function tailWaste(trace: Trace, blockSize: number): number {
  let [held, stored] = [0, 0];
  for (const { prompt, output } of trace)
    for (let length = prompt; length < prompt + output; length++) {
      held += Math.ceil(length / blockSize) * blockSize;
      stored += length;
    }
  return 1 - stored / held;
}
