import { fusedScanTraffic, kvCacheSize, stateSize, unfusedScanTraffic } from '#mechanisms/recurrence/scan-cost.ts';

/** Two bytes a number, as in fp16 and bf16. */
export const bytes = 2;

/** The paper's scan benchmark: D = 1024, N = 16 (App. E.5), one sequence. */
export const benchmark = { B: 1, L: 2048, D: 1024, N: 16 } as const;

/** A Transformer layer of width 1024 beside the two Mamba blocks with as many parameters (E = 2, §3.4). */
const width = 1024;
const blocks = 2;
export const stateBytes = blocks * stateSize({ B: 1, D: 2 * width, N: 16 }) * bytes;
export const cacheBytes = (L: number): number => kvCacheSize({ B: 1, L, D: width }) * bytes;

/** The length at which the cache has grown as large as the state. */
export const evenLength = stateBytes / cacheBytes(1);

export const traffic = { fused: fusedScanTraffic(benchmark), unfused: unfusedScanTraffic(benchmark) };
export const moved = ({ read, written }: { read: number; written: number }): number => (read + written) * bytes;
