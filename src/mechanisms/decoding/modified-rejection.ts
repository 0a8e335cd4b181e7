/**
 * Modified rejection sampling (Chen et al. 2023, p. 4 and Theorem 1): turns a sample of the draft distribution p into
 * a sample of the target distribution q, keeping it as often as the two allow.
 *
 * The letters are this paper's: p is the DRAFT, q the TARGET (Leviathan et al., arXiv 2211.17192, have them the other
 * way round). One position only; rounds of several are in speculative-round.ts.
 */
import { normalise, type Distribution } from '#mechanisms/decoding/distribution.ts';

// #region accept-or-correct
/** The probability of keeping token x, drawn from p: min(1, q(x) / p(x)). */
export function acceptance(p: Distribution, q: Distribution, x: number): number {
  return Math.min(1, q[x]! / p[x]!);
}

/** (q − p)₊: what p proposes too seldom, by how much; a rejected token is replaced from it. */
export function residual(p: Distribution, q: Distribution): number[] {
  return normalise(q.map((probability, x) => Math.max(0, probability - p[x]!)));
}
// #endregion accept-or-correct

/** α = Σₓ min(p(x), q(x)): the probability that a token of the draft is kept, 1 minus the total variation distance. */
export function acceptanceRate(p: Distribution, q: Distribution): number {
  return p.reduce((sum, probability, x) => sum + Math.min(probability, q[x]!), 0);
}

/** ½ Σₓ |a(x) − b(x)|: the share of probability that lies on the wrong tokens. */
export function totalVariation(a: Distribution, b: Distribution): number {
  return a.reduce((sum, probability, x) => sum + Math.abs(probability - b[x]!), 0) / 2;
}

// #region output-distribution
/**
 * What comes out: x was proposed and kept, or something was rejected and x
 * drawn in its place from `correction`. Only with the residual is it q.
 */
export function outputDistribution(p: Distribution, q: Distribution, correction: Distribution): number[] {
  const kept = p.map((probability, x) => (probability > 0 ? probability * acceptance(p, q, x) : 0));
  const rejected = 1 - kept.reduce((sum, mass) => sum + mass, 0);
  return kept.map((mass, x) => mass + rejected * correction[x]!);
}
// #endregion output-distribution
