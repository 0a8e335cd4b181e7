import { flashBackward, flashForward, standardBackward, standardForward } from '#mechanisms/attention/io-cost.ts';
import { blockSizes } from '#mechanisms/attention/tiling.ts';
import { total, traffic, type Work } from '#mechanisms/attention/work.ts';

/** The setting of the paper's Figure 2 (left): GPT-2 medium's attention, N = 1024, d = 64, 16 heads, batch 64, fp16. */
export const N = 1024;
export const d = 64;
export const heads = 16 * 64;
export const elementBytes = 2;

/** An A100's SRAM of 192 KB for each streaming multiprocessor (§2.1), in fp16 elements. */
export const M = (192 * 1024) / elementBytes;
export const { Bc } = blockSizes(M, d);

/** Work of one head, forward and backward. */
export const standard = total([standardForward({ N, d }), standardBackward({ N, d })]);
export const flash = total([flashForward({ N, d, Bc }), flashBackward({ N, d, Bc })]);

/** HBM traffic of all heads in gigabytes (10⁹ bytes). */
export const gigabytes = (work: Work): number => (traffic(work) * elementBytes * heads) / 1e9;
