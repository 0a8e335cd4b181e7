import { softmax } from '#mechanisms/attention/softmax.ts';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import type { Random } from '#mechanisms/numeric/random.ts';
import type { Routing } from './routing.ts';
import { fractionalCapacity, topTwoGating } from './top-two-gating.ts';

/**
 * How many choices find no place when a gate has no favourites: gates are the softmax of independent normal scores, so
 * every expert is as likely as another and what remains is chance. Trained gates are more uneven than this.
 */

/** Gates of S tokens over E experts without preference, S×E. */
export function drawGates(S: number, E: number, random: Random): Matrix {
  return Matrix.of(Array.from({ length: S }, () => softmax(Array.from({ length: E }, () => random.normal()))));
}

/** What became of the 2N choices of N tokens: shares of the tokens. */
export interface ChoiceTally {
  /** Whose first choice was full. */
  readonly firstLost: number;
  /** That no expert took at all. */
  readonly overflowed: number;
  /** Places left empty, of all places. */
  readonly empty: number;
}

// #region tally-groups
/** Cuts the rows of `g` into G groups, routes each with capacity 2N/(G·E), and counts over all of them. */
export function tallyGroups(g: Matrix, G: number, uniform: () => number): ChoiceTally {
  const [N, E] = [g.rows, g.cols];
  const [S, C] = [N / G, fractionalCapacity(N, G, E)];
  const routings = Array.from({ length: G }, (_, i) => topTwoGating(g.sliceRows(i * S, (i + 1) * S), C, uniform));
  const sum = (count: (routing: (typeof routings)[number]) => number) => routings.reduce((n, r) => n + count(r), 0);
  return {
    firstLost: sum(({ c }) => c.reduce((lost, wanted) => lost + Math.max(0, wanted - C), 0)) / N,
    overflowed: sum((routing) => routing.tokens - reached(routing)) / N,
    empty: 1 - sum(({ assignments }) => assignments.length) / (G * E * C),
  };
}
// #endregion tally-groups

/** How many tokens at least one expert took. */
const reached = ({ assignments }: Routing): number => new Set(assignments.map(({ token }) => token)).size;
