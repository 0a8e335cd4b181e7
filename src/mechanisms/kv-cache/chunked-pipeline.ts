/**
 * One long prompt over several machines (Mooncake, Sec. 3.3): each machine has a share of the layers, and the chunks of
 * the prompt follow one another through them.
 *
 * Modelled: the order, and chunks that take longer the more tokens stand before them. Left out: sending activations from
 * stage to stage, which the paper overlaps with computation.
 */

/** A chunk on a stage. */
export interface Passage {
  readonly stage: number;
  readonly chunk: number;
  /** Seconds. */
  readonly start: number;
  readonly end: number;
}

/** The sizes of the chunks of n tokens; only the last may be smaller. */
export function chunksOf(n: number, chunk: number): number[] {
  return Array.from({ length: Math.ceil(n / chunk) }, (_, k) => Math.min(chunk, n - k * chunk));
}

// #region chunked-pipeline
/**
 * When each chunk passes each of X stages; one machine would prefill the first
 * n tokens in `seconds(n)`. A chunk begins on a stage once it has left the stage
 * before and its forerunner has left this one.
 */
export function chunkedPipeline(n: number, chunk: number, X: number, seconds: (tokens: number) => number): Passage[] {
  const passages: Passage[] = [];
  const free = Array.from({ length: X }, () => 0); // when each stage is next
  let context = 0;
  chunksOf(n, chunk).forEach((c, k) => {
    const share = (seconds(context + c) - seconds(context)) / X;
    let ready = 0;
    for (let stage = 0; stage < X; stage++) {
      const start = Math.max(ready, free[stage]!);
      ready = free[stage] = start + share;
      passages.push({ stage, chunk: k, start, end: ready });
    }
    context += c;
  });
  return passages;
}
// #endregion chunked-pipeline
