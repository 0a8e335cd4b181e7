import type { Matrix } from '#mechanisms/numeric/matrix.ts';
import { meanGates } from './load-balance.ts';
import type { Assignment, Routing } from './routing.ts';

/**
 * GShard's gate: Algorithm 1, group-level top-two gating with auxiliary loss (§2.2), line by line in the paper's letters.
 * It starts from the softmax gates g, S×E. Left out: the projection wg·x before it and the gradient through the weights.
 *
 * As printed, a second choice that chance leaves at home still moves the counter on, so its place stays empty.
 */

export interface TopTwoRouting extends Routing {
  /** c_e after the first pass: how many tokens want expert e most, buffered or not. */
  readonly c: readonly number[];
  /** m_e: the mean gate of expert e over the group. */
  readonly m: readonly number[];
  /** Per token: its best and second-best expert, and their gates normalised to sum to 1. */
  readonly choices: readonly TopTwo[];
}

export interface TopTwo {
  readonly e1: number;
  readonly e2: number;
  readonly g1: number;
  readonly g2: number;
}

// #region top-two-gating
/**
 * Routes one group. `g` is S×E; each expert keeps at most C tokens of this group. `uniform` draws from [0, 1): a second
 * expert is used with probability 2·g2. First choices of all tokens come before any second choice.
 */
export function topTwoGating(g: Matrix, C: number, uniform: () => number): TopTwoRouting {
  const count = Array.from({ length: g.cols }, () => 0); // c_E
  const choices = g.toRows().map(topTwo);
  const assignments: Assignment[] = []; // the non-zero entries of 𝒢, S×E
  choices.forEach(({ e1, g1 }, s) => {
    const slot = count[e1]!++;
    if (slot < C) assignments.push({ token: s, expert: e1, slot, weight: g1 });
  });
  const c = [...count];
  choices.forEach(({ e2, g2 }, s) => {
    const rnd = uniform();
    const slot = count[e2]!++;
    if (slot < C && 2 * g2 > rnd) assignments.push({ token: s, expert: e2, slot, weight: g2 });
  });
  return { tokens: g.rows, experts: g.cols, C, assignments, c, m: meanGates(g), choices };
}
// #endregion top-two-gating

/** The two largest gates of a row, normalised by their sum. Ties go to the lower index. Throws a RangeError below two experts. */
export function topTwo(gates: readonly number[]): TopTwo {
  if (gates.length < 2) throw new RangeError('top two of fewer than two experts');
  const e1 = gates.indexOf(Math.max(...gates));
  const rest = gates.map((gate, e) => (e === e1 ? -Infinity : gate));
  const e2 = rest.indexOf(Math.max(...rest));
  const sum = gates[e1]! + gates[e2]!;
  return { e1, e2, g1: gates[e1]! / sum, g2: gates[e2]! / sum };
}

// #region fractional-capacity
/**
 * The places that one group of S = N/G tokens has at each expert: 2N/(G·E) (§2.2), the share of a perfectly even split
 * of both choices. Throws a RangeError where less than one place is left: the recipe ends there (§5.2).
 */
export function fractionalCapacity(N: number, G: number, E: number): number {
  const C = Math.floor((2 * N) / (G * E));
  if (C < 1) throw new RangeError(`${N} tokens in ${G} groups leave no place at ${E} experts`);
  return C;
}
// #endregion fractional-capacity
