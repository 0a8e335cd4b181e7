import type { Matrix } from '#mechanisms/numeric/matrix.ts';
import type { Assignment, Routing } from './routing.ts';

/**
 * Switch Transformer's routing: each token goes to the one expert of largest probability, as far as that expert has room
 * (§2.1–2.2). It starts from the router probabilities p, T×N, and treats the T tokens as one group; the paper's code does
 * this for the tokens of each core. Left out: the jitter on the router's input and the gradient through the weights.
 */

// #region expert-capacity
/** Places per expert (Eq. 3): an even share of the tokens, times the capacity factor, cut to a whole number. */
export function expertCapacity(tokens: number, experts: number, capacityFactor: number): number {
  return Math.floor((tokens / experts) * capacityFactor);
}
// #endregion expert-capacity

// #region switch-routing
/** Top one: token t sits at the next free place of expert argmax p_t, weighted with p itself; without a place it is dropped. */
export function switchRouting(p: Matrix, capacity: number): Routing {
  const count = Array.from({ length: p.cols }, () => 0);
  const assignments: Assignment[] = [];
  p.toRows().forEach((probabilities, token) => {
    const weight = Math.max(...probabilities);
    const expert = probabilities.indexOf(weight);
    const slot = count[expert]!++;
    if (slot < capacity) assignments.push({ token, expert, slot, weight });
  });
  return { tokens: p.rows, experts: p.cols, C: capacity, assignments };
}
// #endregion switch-routing
