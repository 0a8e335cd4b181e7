/**
 * The Selective Copying task (Mamba §3.1, Fig. 2): coloured data tokens lie among white noise tokens; after the strip
 * the model must name the data tokens in order. In the plain Copying task they lie at the start, so the distance from a
 * token to its copy never varies. The paper uses strips of 4096 tokens, 16 of them data (App. E.1); figures use short
 * ones. Left out: the answer slots after the strip. A model is asked for all K answers at the strip's last token.
 */
import { createRandom } from '#mechanisms/numeric/random.ts';

/** The white token. Colours are 1 … colours. */
export const NOISE = 0;

/** A task: L tokens, K of them data of so many colours, lying at random places or all at the start. */
export interface CopyingTask {
  readonly L: number;
  readonly K: number;
  readonly colours: number;
  readonly placement: 'random' | 'start';
}

/**
 * One strip of a task: L tokens, each NOISE or a colour. Throws a RangeError unless L ≥ K ≥ 1 and there is a colour.
 */
export function drawStrip({ L, K, colours, placement }: CopyingTask, seed: number): number[] {
  if (K < 1 || K > L || colours < 1)
    throw new RangeError(`no strip of ${L} tokens holds ${K} data of ${colours} colours`);
  const random = createRandom(seed);
  let toPlace = K;
  return Array.from({ length: L }, (_, t) => {
    // Selection sampling: with probability (data left)/(places left), every choice of K places is equally likely.
    const isData = placement === 'start' ? t < K : random.next() * (L - t) < toPlace;
    if (!isData) return NOISE;
    toPlace--;
    return random.integer(1, colours);
  });
}

/** The K colours to be named, in order. */
export function dataOf(strip: readonly number[]): number[] {
  return strip.filter((token) => token !== NOISE);
}

/** The share of the K data tokens named right, in [0, 1]. Guessing gets 1/colours on average. */
export function copyingAccuracy(strip: readonly number[], answers: readonly number[]): number {
  const data = dataOf(strip);
  return data.filter((colour, k) => colour === answers[k]).length / data.length;
}

/** The share of the first `strips` strips (seeds 0, 1, …) whose data token k a reader names right, for each k: (K). */
export function accuracyByPosition(
  task: CopyingTask,
  read: (strip: readonly number[]) => readonly number[],
  strips: number,
): number[] {
  const right = Array.from({ length: task.K }, () => 0);
  for (let seed = 0; seed < strips; seed++) {
    const strip = drawStrip(task, seed);
    const answers = read(strip);
    dataOf(strip).forEach((colour, k) => (right[k]! += Number(colour === answers[k])));
  }
  return right.map((count) => count / strips);
}

/** The colour with the highest score; `scores[c − 1]` is colour c's. The first of equals wins. */
export function bestColour(scores: readonly number[]): number {
  return scores.indexOf(Math.max(...scores)) + 1;
}
