import { cut, type Range } from '#mechanisms/attention/tiling.ts';
import { flash2Forward, rowBlock, type Visit } from '#mechanisms/attention/flash2.ts';
import { flashForward } from '#mechanisms/attention/io-cost.ts';
import { perHead, perRowBlock, place, utilisation } from '#mechanisms/attention/thread-blocks.ts';
import { splitKShared, splitQShared } from '#mechanisms/attention/warps.ts';
import { Matrix } from '#mechanisms/numeric/matrix.ts';

/** Streaming multiprocessors of an A100 (§3.2). */
export const sms = 108;

/** The benchmarks of §4.1: 16k tokens in all, hidden dimension 2048; blocks of 128 as in §3.3. */
export const tokens = 16 * 1024;
export const hidden = 2048;
export const block = 128;
export const lengths = [512, 1024, 2048, 4096, 8192, 16384] as const;

/** Batch × heads and blocks per side at sequence length N. */
export const launchAt = (N: number, d: number) => ({ heads: (tokens / N) * (hidden / d), side: N / block });

/** Share of 108 SMs at work, when thread blocks are heads and when they are blocks of rows. */
export const byHead = (N: number, d: number): number => utilisation(place(perHead(launchAt(N, d)), sms), sms);
export const byRows = (N: number, d: number): number => utilisation(place(perRowBlock(launchAt(N, d)), sms), sms);

/** One tile, four warps (§3.3). */
export const warpTile = { Br: block, Bc: block, d: 64, warps: 4 } as const;
export const shared = { splitK: splitKShared(warpTile), splitQ: splitQShared(warpTile) } as const;

/** HBM traffic of one head of 8k tokens, d = 64, for both loop orders with the same blocks. */
const head = { N: 8192, d: 64 };
export const io = {
  first: flashForward({ ...head, Bc: block }),
  second: flash2Forward({ ...head, Br: block }),
} as const;

/** The row of FlashAttention's page: scores 1, 3 | 2, 5 and values 10, 20 | 30, 40. */
export const scores = [1, 3, 2, 5] as const;
const row: Range = cut(1, 1)[0]!;
const keys = Matrix.of(scores.map((score) => [score]));
const values = Matrix.of([[10], [20], [30], [40]]);
export const example = rowBlock(row, Matrix.of([[1]]), keys, values, { Br: 1, Bc: 2, tau: 1 });

/** m, ℓ and Õ of the single row after a visit. */
export const numbersOf = ({ after }: Visit) => ({ m: after.m[0]!, l: after.l[0]!, O: after.O.at(0, 0) });
const [first, second] = example.visits.map(numbersOf) as [ReturnType<typeof numbersOf>, ReturnType<typeof numbersOf>];
export { first, second };

/** What the exponent −1 printed on line 10 of version 1 makes of the same row. */
const shrink = Math.exp(first.m - second.m);
export const misprinted = (first.O / shrink + (second.O - shrink * first.O)) / second.l;
