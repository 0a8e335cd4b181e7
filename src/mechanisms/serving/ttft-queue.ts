/**
 * TTFT of a prefill instance as an M/D/1 queue (DistServe, Sec. 3.1, Eq. 1–3), and a queue that is played event by
 * event to check it.
 *
 * Modelled: Poisson arrivals, prompts of one length, first come, first served, one prompt at a time, two GPUs. Left out:
 * batching, communication between pipeline stages, prompts of different lengths (the played queue takes any).
 */
import { createRandom } from '#mechanisms/numeric/random.ts';

// #region ttft-formulas
/** Eq. 1: mean TTFT in seconds on one GPU; D seconds a prompt, R prompts a second. Infinite from R·D = 1 on. */
export const ttftSingle = (R: number, D: number): number => D + queueing(R, D);

/** Eq. 2: two pipeline stages. A prompt still takes D, but the next may follow after D/2. */
export const ttftInter = (R: number, D: number): number => D + queueing(R, D / 2);

/** Eq. 3: two GPUs on every layer. A prompt takes D/K, 1 < K < 2, and the next must wait for all of it. */
export const ttftIntra = (R: number, D: number, K: number): number => D / K + queueing(R, D / K);

/** Two copies of the model, each with half of the prompts (Sec. 3.2: R becomes R/N). */
export const ttftReplicated = (R: number, D: number): number => ttftSingle(R / 2, D);

/** Mean wait before a server that takes exactly D: R·D²/2(1 − R·D) (Pollaczek and Khinchin). */
function queueing(R: number, D: number): number {
  return R * D < 1 ? (R * D ** 2) / (2 * (1 - R * D)) : Infinity;
}
// #endregion ttft-formulas

/**
 * The load R·D, counted in prompts of one GPU, at which Eq. 2 and 3 give one TTFT: below it intra-op is faster, above it
 * inter-op. Depends on K alone. Throws a RangeError unless 1 < K < 2.
 */
export function crossover(K: number): number {
  if (!(K > 1 && K < 2)) throw new RangeError(`a speed-up of ${K} by two GPUs`);
  let [low, high] = [0, K]; // intra-op is ahead at no load, and overloaded at R·D = K
  while (high - low > 1e-12) {
    const load = (low + high) / 2;
    if (ttftIntra(load, 1, K) < ttftInter(load, 1)) low = load;
    else high = load;
  }
  return low;
}

/** Arrival times of `count` Poisson arrivals, R a second. */
export function poissonArrivals(R: number, count: number, seed: number): number[] {
  const random = createRandom(seed);
  let clock = 0;
  return Array.from({ length: count }, () => (clock -= Math.log(1 - random.next()) / R));
}

// #region played-queue
/**
 * TTFT of every prompt, in seconds. `stages(n)` are the seconds that prompt n spends in each pipeline stage; a stage
 * takes a prompt once it has let go of the one before.
 */
export function playQueue(arrivals: readonly number[], stages: (n: number) => readonly number[]): number[] {
  const free: number[] = []; // when each stage has finished what it has
  return arrivals.map((arrival, n) => {
    let now = arrival;
    stages(n).forEach((seconds, s) => {
      now = Math.max(now, free[s] ?? 0) + seconds;
      free[s] = now;
    });
    return now - arrival;
  });
}
// #endregion played-queue
