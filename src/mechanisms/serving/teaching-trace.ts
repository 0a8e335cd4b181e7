/**
 * Five requests on which the schedulers differ visibly: two chats are generating when a long document arrives, and
 * two more prompts follow while it is being read. Lengths and times are illustrative.
 */
import type { PoolSize } from '#mechanisms/serving/block-pool.ts';
import type { Trace } from '#mechanisms/serving/request.ts';

/** Two decodes under way from about 20 ms, then 4096, 2048 and 512 prompt tokens within 80 ms. */
export const teachingTrace: Trace = [
  { id: 0, arrival: 0, prompt: 256, output: 24 },
  { id: 1, arrival: 0, prompt: 128, output: 24 },
  { id: 2, arrival: 0.05, prompt: 4096, output: 6 },
  { id: 3, arrival: 0.12, prompt: 2048, output: 6 },
  { id: 4, arrival: 0.13, prompt: 512, output: 8 },
];

/** Room for all five: 1024 blocks of 16 tokens, the default block size of PagedAttention (Sec. 7.2). */
export const teachingPool: PoolSize = { blocks: 1024, blockSize: 16 };
