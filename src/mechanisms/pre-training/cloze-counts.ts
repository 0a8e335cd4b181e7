/**
 * Guessing a hidden word by counting: from the word to its left, from the word to its right, from two such guesses
 * joined afterwards, and from both neighbours at once. It stands for the difference that direction makes (§5.1), not for
 * BERT: no network, a context of two words, and nothing is learned about a pair of neighbours that was never seen.
 */
import type { Random } from '#mechanisms/numeric/random.ts';

/** A sentence of three words with its middle hidden, by ids: l on the left, w in the gap, r on the right. */
export interface Gap {
  readonly l: number;
  readonly w: number;
  readonly r: number;
}

/** A sentence of the world and how often it is said, relative to the others. */
export interface Said extends Gap {
  readonly weight: number;
}

/** A way to guess: V probabilities for the gap between l and r. */
export type Reader = (l: number, r: number) => number[];

export const readerNames = ['left', 'right', 'joined', 'both'] as const;
export type ReaderName = (typeof readerNames)[number];

// #region cloze-readers
/** Four readers from the same counts; `alpha` is added to every count, so that no word is impossible. */
export function clozeReaders(corpus: readonly Gap[], V: number, alpha: number): Record<ReaderName, Reader> {
  const shareOf = (fits: (gap: Gap) => boolean): number[] => {
    const counts = Array.from({ length: V }, () => alpha);
    for (const gap of corpus) if (fits(gap)) counts[gap.w]!++;
    return normalised(counts);
  };
  const prior = shareOf(() => true);
  const left = remember((l) => shareOf((gap) => gap.l === l));
  const right = remember((r) => shareOf((gap) => gap.r === r));
  const both = remember((l, r) => shareOf((gap) => gap.l === l && gap.r === r));
  return {
    left: (l) => left(l, 0),
    right: (_, r) => right(r, 0),
    joined: (l, r) => normalised(prior.map((p, w) => (p === 0 ? 0 : (left(l, 0)[w]! * right(r, 0)[w]!) / p))),
    both,
  };
}
// #endregion cloze-readers

/** The weights over their sum; even where they sum to 0, as for a pair never seen when alpha is 0. */
function normalised(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (sum === 0 ? 1 / weights.length : weight / sum));
}

function remember(count: (a: number, b: number) => number[]): (a: number, b: number) => number[] {
  const known = new Map<string, number[]>();
  return (a, b) => {
    const key = `${a},${b}`;
    const found = known.get(key) ?? count(a, b);
    known.set(key, found);
    return found;
  };
}

/** `size` sentences drawn from a world, independently. */
export function drawCorpus(world: readonly Said[], size: number, random: Random): Gap[] {
  const total = world.reduce((sum, { weight }) => sum + weight, 0);
  return Array.from({ length: size }, () => {
    let u = random.next() * total;
    return world.find(({ weight }) => (u -= weight) < 0) ?? world.at(-1)!;
  });
}

/** How a reader fares on every sentence of a world: the share guessed right, and exp(−mean ln p), its perplexity. */
export function grade(reader: Reader, world: readonly Said[]): { accuracy: number; perplexity: number } {
  let [total, right, logs] = [0, 0, 0];
  for (const { l, w, r, weight } of world) {
    const p = reader(l, r);
    const best = Math.max(...p);
    const tied = p.filter((value) => value === best).length;
    total += weight;
    right += p[w] === best ? weight / tied : 0;
    logs += weight * Math.log(p[w]!);
  }
  return { accuracy: right / total, perplexity: Math.exp(-logs / total) };
}
