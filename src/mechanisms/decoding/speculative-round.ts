/**
 * Speculative sampling (Chen et al. 2023, Algorithm 2): rounds in which a draft model proposes K tokens, the target
 * model scores them in one call, and 1 to K + 1 tokens come out.
 *
 * Modelled: every draw and decision of the algorithm. Left out: the KV cache (entries of rejected tokens must be
 * dropped) and time, which speed.ts counts.
 */
import { sample, type Distribution, type LanguageModel } from '#mechanisms/decoding/distribution.ts';
import { acceptance, residual } from '#mechanisms/decoding/modified-rejection.ts';
import type { Random } from '#mechanisms/numeric/random.ts';

/** The two models of one vocabulary. */
export interface Pair {
  readonly draft: LanguageModel;
  readonly target: LanguageModel;
}

export interface Round {
  /** x̃₁…x̃_K, as the draft proposed them. */
  readonly proposed: readonly number[];
  /** p₁…p_K: what each was drawn from. */
  readonly p: readonly Distribution[];
  /** q₁…q_{K+1}: the target's distributions at the same positions and one beyond. */
  readonly q: readonly Distribution[];
  /** How many proposals were kept. */
  readonly accepted: number;
  /** The r of each examined proposal: kept where r < min(1, q/p). */
  readonly r: readonly number[];
  /** The kept proposals and one token of the target's own: what the round emits, 1 to K + 1 tokens. */
  readonly tokens: readonly number[];
}

// #region speculative-round
/** One round: K serial calls of the draft, one parallel call of the target, the examination. */
export function speculativeRound({ draft, target }: Pair, prefix: readonly number[], K: number, random: Random): Round {
  const proposed: number[] = [];
  const p: Distribution[] = [];
  for (let t = 0; t < K; t++) {
    p.push(draft([...prefix, ...proposed]));
    proposed.push(sample(p[t]!, random));
  }
  // No position depends on a verdict: a Transformer scores all K + 1 in one forward pass.
  const q = Array.from({ length: K + 1 }, (_, t) => target([...prefix, ...proposed.slice(0, t)]));
  return { proposed, p, q, ...examine(proposed, p, q, random) };
}
// #endregion speculative-round

// #region examine
/** Keeps proposals up to the first rejection, replaces that one; if all stand, adds one from q_{K+1}. */
function examine(proposed: readonly number[], p: readonly Distribution[], q: readonly Distribution[], random: Random) {
  const r: number[] = [];
  for (const [t, x] of proposed.entries()) {
    r.push(random.next());
    if (r[t]! < acceptance(p[t]!, q[t]!, x)) continue;
    const corrected = sample(residual(p[t]!, q[t]!), random);
    return { accepted: t, r, tokens: [...proposed.slice(0, t), corrected] };
  }
  const bonus = sample(q[proposed.length]!, random);
  return { accepted: proposed.length, r, tokens: [...proposed, bonus] };
}
// #endregion examine

/** Rounds until at least n tokens have been emitted. */
export function speculativeRun(pair: Pair, prompt: readonly number[], K: number, n: number, random: Random): Round[] {
  const rounds: Round[] = [];
  for (let text = prompt; text.length < prompt.length + n; text = [...text, ...rounds.at(-1)!.tokens])
    rounds.push(speculativeRound(pair, text, K, random));
  return rounds;
}
