/** What this page's figures and text compute with: the little models, and the paper's pair on its machine. */
import { temper } from '#mechanisms/decoding/distribution.ts';
import { meanTokens, speculativeSequences, targetSequences } from '#mechanisms/decoding/enumeration.ts';
import {
  acceptanceRate,
  outputDistribution,
  residual,
  totalVariation,
} from '#mechanisms/decoding/modified-rejection.ts';
import { bestK, impliedAlpha, roundTime, speedup, timePerToken } from '#mechanisms/decoding/speed.ts';
import { speculativeRun, type Round } from '#mechanisms/decoding/speculative-round.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { linearTime, saturationTokens } from '#mechanisms/serving/cost.ts';
import { chinchilla, pairTimes, paper, tpus } from './machine.ts';
import { prompt, tokens, weather, weatherAfter } from './weather.ts';

export { paper, tpus, chinchilla } from './machine.ts';
export { words } from './weather.ts';

/** Proposals a round, as in Table 1. */
export const K = 4;

export const [p, q] = [weatherAfter.draft, weatherAfter.target];
export const alpha = acceptanceRate(p, q);
export const correction = residual(p, q);

/** Three ways to replace a rejected token: the paper's, q itself, and drawing from p again until one is kept. */
const keptShares = p.map((mass, x) => Math.min(mass, q[x]!) / alpha);
export const corrections = [
  { label: '从 q − p 的正部补', out: outputDistribution(p, q, correction) },
  { label: '从 q 补', out: outputDistribution(p, q, q) },
  { label: '重抽到接受为止', out: outputDistribution(p, q, keptShares) },
].map((rule) => ({ ...rule, distance: totalVariation(rule.out, q) }));

/** α when both models are sampled at temperature T. */
export const alphaAt = (T: number): number => acceptanceRate(temper(p, T), temper(q, T));

/** One run of the little models, from which the figures are drawn. */
export const run: Round[] = speculativeRun(weather, prompt, K, 16, createRandom(8));
export const write = (ids: readonly number[]): string => ids.map((id) => tokens[id]!).join('');
export const weatherMean = meanTokens(weather, prompt, K);

/** The likeliest texts of three tokens after the prompt: the target alone, rounds enumerated, rounds drawn. */
export const draws = 10_000;
export const sequences = (() => {
  const [alone, enumerated] = [targetSequences(weather.target, prompt, 3), speculativeSequences(weather, prompt, K, 3)];
  const random = createRandom(2023);
  const counts = new Map<string, number>();
  for (let i = 0; i < draws; i++) {
    const text = speculativeRun(weather, prompt, K, 3, random).flatMap((round) => round.tokens);
    const key = text.slice(0, 3).join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...alone]
    .sort(([, a], [, b]) => b - a)
    .map(([key, share]) => ({
      text: write(key.split(' ').map(Number)),
      alone: share.toFixed(4),
      enumerated: (enumerated.get(key) ?? 0).toFixed(4),
      drawn: ((counts.get(key) ?? 0) / draws).toFixed(4),
    }));
})();

/** The pair decoding one sequence, where K + 1 positions take the time of one. */
export const alone = { draft: () => paper.draft.ms, target: () => paper.target.ms };
export const round = (proposals: number): number => roundTime({ K: proposals }, alone);

/** Table 1 at K = 4: ms a token; the tokens a round and the α that they imply in our model. */
const implied = (ms: number) => {
  const tokensPerRound = round(K) / ms;
  return { ms, tokensPerRound, alpha: impliedAlpha(tokensPerRound, K), speedup: paper.target.ms / ms };
};
export const measured = { xsum: implied(7.52), humanEval: implied(5.73) };

export const weightsMs = linearTime(1, chinchilla, { ...tpus, peakFlops: Infinity }) * 1e3;
export const mathMs = (n: number): number => linearTime(n, chinchilla, { ...tpus, bandwidth: Infinity }) * 1e3;
export const knee = saturationTokens(chinchilla, tpus);

export const speedupAt = (alpha: number, batch: number): number => speedup({ alpha, K, batch }, pairTimes());
/** The smallest batch at which speculation no longer helps. */
export const breakEven = (alpha: number): number => {
  let batch = 1;
  while (speedupAt(alpha, batch) > 1) batch += 1;
  return batch;
};

export const msPerToken = (alpha: number, proposals: number): number => timePerToken({ alpha, K: proposals }, alone);
export const bestFor = (alpha: number): number => bestK(alpha, alone);
