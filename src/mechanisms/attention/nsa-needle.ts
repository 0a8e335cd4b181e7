import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import type { Random } from '#mechanisms/numeric/random.ts';
import { chooseBlocks } from './nsa.ts';
import type { NsaShape } from './nsa.ts';

/**
 * A sequence with a needle: keys are noise, but for some neighbouring tokens whose keys resemble the query. Does NSA's
 * choice of blocks find them if φ is the plain mean of a block? Left out: everything that training does to φ and to keys.
 */
export interface Needle {
  /** The first token of the needle, and how many tokens it has. */
  readonly start: number;
  readonly width: number;
  /** The vector that its keys and its query share, of d_k components. */
  readonly direction: readonly number[];
}

/** Share of noise in queries and keys that belong to a needle. */
const blur = 0.3;

const around = (direction: readonly number[], { normal }: Random): number[] =>
  direction.map((component) => component + blur * normal());

// #region haystack
/** Keys s×d_k: standard normal noise, and around a needle's direction where it lies. */
export function haystack(s: number, needles: readonly Needle[], dk: number, random: Random): Matrix {
  const rows = Array.from({ length: s }, (_, i) => {
    const needle = needles.find(({ start, width }) => i >= start && i < start + width);
    return needle ? around(needle.direction, random) : Array.from({ length: dk }, random.normal);
  });
  return Matrix.of(rows);
}

/** A query that looks for a needle. */
export const seeker = (needle: Needle, random: Random): number[] => around(needle.direction, random);
// #endregion haystack

export interface Trials {
  readonly s: number;
  readonly dk: number;
  readonly width: number;
  readonly trials: number;
  readonly seed: number;
}

// #region needle-recall
/** Share of trials in which the needle's block is chosen; the needle lies inside one block that has no place for certain. */
export function needleRecall({ s, dk, width, trials, seed }: Trials, shape: NsaShape): number {
  const random = createRandom(seed);
  const [first, last] = [shape.initial, Math.floor(s / shape.lSel) - shape.local - 1];
  let found = 0;
  for (let trial = 0; trial < trials; trial++) {
    const block = random.integer(first, last);
    const start = block * shape.lSel + random.integer(0, shape.lSel - width);
    const needle = { start, width, direction: Array.from({ length: dk }, random.normal) };
    const K = haystack(s, [needle], dk, random);
    if (chooseBlocks(Matrix.of([seeker(needle, random)]), K, shape).selected.includes(block)) found += 1;
  }
  return found / trials;
}
// #endregion needle-recall

/** What choosing at random among the blocks without a certain place would find. */
export function chanceRecall(s: number, { lSel, n, initial, local }: NsaShape): number {
  return (n - initial - local) / (s / lSel - initial - local);
}
