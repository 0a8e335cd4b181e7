import { pairTimes } from '#figures/speculative-sampling/machine.ts';
import { weatherAfter } from '#figures/speculative-sampling/weather.ts';
import { temper, type Distribution } from '#mechanisms/decoding/distribution.ts';
import {
  acceptanceRate,
  outputDistribution,
  residual,
  totalVariation,
} from '#mechanisms/decoding/modified-rejection.ts';
import { expectedTokens, speedup } from '#mechanisms/decoding/speed.ts';

/** How a rejected token is replaced: from (q − p)₊ as the paper has it, from q, or by drawing from p until one is kept. */
export type Rule = 'residual' | 'target' | 'again';

export interface State {
  /** How far the draft has moved from its own distribution (0) towards the target's (1), both at temperature 1. */
  likeness: number;
  temperature: number;
  rule: Rule;
  K: number;
  /** Milliseconds of a step of the draft over one token. */
  draft: number;
  batch: number;
}

export const most = { K: 12, speedup: 4 } as const;
const proposals = Array.from({ length: most.K + 1 }, (_, K) => K);

/** One position under a rule, and what rounds of 0 to 12 proposals gain if every position is like it. */
export function run({ likeness, temperature, rule, K, draft, batch }: State) {
  const { draft: own, target } = weatherAfter;
  const q = temper(target, temperature);
  const p = temper(
    own.map((mass, x) => mass + likeness * (target[x]! - mass)),
    temperature,
  );
  const alpha = acceptanceRate(p, q);
  const out = outputDistribution(p, q, correctionBy(rule, p, q));
  const times = pairTimes(draft);
  const gains = (batch: number) => proposals.map((K) => speedup({ alpha, K, batch }, times));
  const [alone, together] = [gains(1), gains(batch)];
  return {
    p,
    q,
    alpha,
    out,
    /** The share of probability on wrong words: 0 if the rule keeps the target's distribution. */
    distance: totalVariation(out, q),
    tokens: expectedTokens(alpha, K),
    alone,
    together,
    best: together.indexOf(Math.max(...together)),
  };
}

export type Run = ReturnType<typeof run>;

function correctionBy(rule: Rule, p: Distribution, q: Distribution): Distribution {
  if (rule === 'target') return q;
  if (rule === 'residual') return residual(p, q);
  const alpha = acceptanceRate(p, q);
  return p.map((mass, x) => Math.min(mass, q[x]!) / alpha);
}
