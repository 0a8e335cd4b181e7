/** What this page's figures and text run: one prompt worked by hand, a synthetic hour of chat, and eight nodes that serve it. */
import { blockKeys } from '#mechanisms/kv-cache/block-keys.ts';
import { chunkedPipeline } from '#mechanisms/kv-cache/chunked-pipeline.ts';
import {
  atRandom,
  leastLoaded,
  offers,
  play,
  soonest,
  ttftOf,
  type Choose,
  type Estimates,
  type Fleet,
  type Instance,
  type Offer,
} from '#mechanisms/kv-cache/conductor.ts';
import { blockTokens, chatHour, conversationTrace, type Prompt } from '#mechanisms/kv-cache/conversations.ts';
import { eightA800, flops, kvBytes, llama3 } from '#mechanisms/kv-cache/fetch-or-recompute.ts';
import { PrefixCache } from '#mechanisms/kv-cache/prefix-cache.ts';
import { lruHitRates } from '#mechanisms/kv-cache/reuse-distance.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';

/** Two prompts of sixteen characters, taken as tokens, in blocks of four. */
const B = 4;
export const texts = ['你是助手请读全文小猫钓鱼请写摘要', '你是助手请读全文守株待兔请写摘要'].map((text) => {
  const keys = blockKeys(
    [...text].map((character) => character.codePointAt(0)!),
    B,
  );
  return keys.map((key, i) => ({ key, characters: Array.from(text.slice(i * B, (i + 1) * B)) }));
});
export const shortKey = (key: number): string => key.toString(16).padStart(8, '0').slice(0, 4);

/** Six blocks; computing one takes 10 units of time, fetching one 1. */
export const theta = 2;
const blocks = [1, 2, 3, 4, 5, 6];
const handTime: Estimates = {
  prefill: (tokens, prefix) => (10 * (tokens - prefix)) / blockTokens,
  transfer: (tokens) => tokens / blockTokens,
};
const instance = (free: number, held: number): Instance => {
  const cache = new PrefixCache(100);
  cache.touch(blocks.slice(0, held));
  return { cache, free };
};
export const handInstances = [instance(30, 5), instance(5, 2), instance(0, 0)];
const handPrompt: Prompt = { arrival: 0, tokens: blocks.length * blockTokens, blocks };
const handOffers = (threshold: number) => offers(handPrompt, handInstances, handTime, threshold);
export const hand = {
  blocks,
  global: handOffers(theta),
  local: handOffers(Infinity),
  taken: soonest(handOffers(theta)),
};

/** Table 1; half of the peak is our assumption, 87 GB/s what the paper measures on four NICs of 200 Gbit/s (Sec. 5.4.1). */
const utilisation = 0.5;
const network = 87e9;
const prefillSeconds = (tokens: number): number => flops(tokens, llama3) / (utilisation * eightA800);
export const time: Estimates = {
  prefill: (tokens, prefix) => prefillSeconds(tokens) - prefillSeconds(Math.min(prefix, tokens)),
  transfer: (tokens) => kvBytes(tokens, llama3) / network,
};

/** The synthetic hour, and what LRU finds of it at so many tokens. */
export const hour = conversationTrace(chatHour, 5);
export const meanTokens = hour.reduce((sum, { tokens }) => sum + tokens, 0) / hour.length;
const capacities = [...Array.from({ length: 37 }, (_, i) => 10 ** (5 + i / 12)), 1e6, 3e6, 10e6, 50e6, Infinity];
const hourRates = lruHitRates(
  hour.map((prompt) => prompt.blocks),
  capacities.map((capacity) => capacity / blockTokens),
);
export const hitCurve = capacities
  .map((capacity, i): [number, number] => [capacity, hourRates[i]!])
  .filter(([capacity]) => capacity < Infinity)
  .sort(([a], [b]) => a - b);
export const hitAt = (tokens: number): number => hourRates[capacities.indexOf(tokens)]!;
/** The public conversation trace, counted once with the same code. */
export const publicHits = [
  [1e6, 0.053],
  [3e6, 0.136],
  [10e6, 0.285],
  [50e6, 0.364],
] as const;
export const publicMost = 0.366;

/** The hour's first twenty minutes on eight prefill nodes of 3M tokens each. */
const minutes = hour.filter(({ arrival }) => arrival < 1200);
const nodes = { instances: 8, capacity: Math.floor(3e6 / blockTokens), time };
const served = (taken: readonly (Offer | null)[]): Offer[] => taken.filter((offer) => offer !== null);
const totalBlocks = minutes.reduce((sum, prompt) => sum + prompt.blocks.length, 0);
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
function schedule(choose: Choose, threshold: number) {
  const { taken, instances } = play(minutes, { ...nodes, choose, theta: threshold });
  const all = served(taken);
  return {
    ttft: mean(all.map(ttftOf)),
    hits: all.reduce((sum, { local, fetched }) => sum + local + fetched, 0) / totalBlocks,
    gpuSeconds: mean(all.map(({ prefill }) => prefill)),
    instances,
  };
}
export const schedulers = {
  random: schedule(atRandom(createRandom(1)), Infinity),
  balanced: schedule(leastLoaded, Infinity),
  local: schedule(soonest, Infinity),
  global: schedule(soonest, theta),
};
export const requests = minutes.length;
const keys = [...new Set(minutes.flatMap((prompt) => prompt.blocks))];
/** Without a limit, every block is found but for its first use. */
export const mostHits = 1 - keys.length / totalBlocks;

/** How many of the eight nodes hold each block of some prompt at the end. */
const copies = keys
  .map((key) => schedulers.global.instances.filter(({ cache }) => cache.has(key)).length)
  .filter((count) => count > 0);
export const replicas = {
  once: copies.filter((count) => count === 1).length / copies.length,
  everywhere: copies.filter((count) => count === nodes.instances).length,
  most: Math.max(...copies),
};

/** The first ten minutes arriving in four; a TTFT limit of 30 s (Sec. 5.1). */
const rush = minutes
  .filter(({ arrival }) => arrival < 600)
  .map((prompt) => ({ ...prompt, arrival: prompt.arrival / 2.5 }));
export const limit = 30;
function rushed(fleet: Pick<Fleet, 'limit'>) {
  const { taken } = play(rush, { ...nodes, ...fleet, choose: soonest, theta });
  const rejected = rush.filter((_, i) => taken[i] === null).map(({ tokens }) => tokens);
  const inTime = served(taken).filter((offer) => ttftOf(offer) <= limit).length / rush.length;
  return { requests: rush.length, inTime, rejected: rejected.length, shortest: Math.min(...rejected) };
}
export const overload = { patient: rushed({}), rejecting: rushed({ limit }) };

/** A prompt of 128k tokens on X nodes in chunks of 8k. */
export const longPrompt = 128 * 1024;
export const chunk = 8 * 1024;
export const passages = (X: number) => chunkedPipeline(longPrompt, chunk, X, prefillSeconds);
export const pipelineSeconds = (X: number): number => passages(X).at(-1)!.end;
export { prefillSeconds };
