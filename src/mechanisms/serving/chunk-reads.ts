/** What reading a prompt in chunks costs the memory: each chunk attends to all chunks before it (Sarathi-Serve, Sec. 4.3). */
import type { BatchEntry, Run } from '#mechanisms/serving/run.ts';

/** The chunks in which the prompt of request `id` was read, in order. */
export function chunksOf(run: Run, id: number): readonly BatchEntry[] {
  return run.iterations.flatMap(({ entries }) =>
    entries.filter(({ request, phase }) => request === id && phase === 'prefill'),
  );
}

// #region reread-tokens
/**
 * Cached tokens that the chunks of a prompt read again: chunk k finds the k − 1 chunks before it in the cache. With N
 * equal chunks of c tokens it is c · N(N − 1)/2; a prompt read whole reads nothing again.
 */
export function rereadTokens(chunks: readonly BatchEntry[]): number {
  return chunks.reduce((sum, { context }) => sum + context, 0);
}
// #endregion reread-tokens
