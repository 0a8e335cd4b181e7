/** What this page's figures and text run: the teaching trace under four schedulers, and what is cited of Table 4. */
import { letterOf } from '#figures/serving/words.zh.ts';
import { chunksOf, rereadTokens } from '#mechanisms/serving/chunk-reads.ts';
import { a100, kvBytesPerToken, mistral7b } from '#mechanisms/serving/cost.ts';
import { timeToFirstToken } from '#mechanisms/serving/metrics.ts';
import { budgetSweep, iterationTime, race, type Course, type Scheduler } from '#mechanisms/serving/race.ts';
import type { BatchEntry, Run } from '#mechanisms/serving/run.ts';
import { serviceLevels, type ServiceLevels } from '#mechanisms/serving/service-levels.ts';
import { teachingPool, teachingTrace } from '#mechanisms/serving/teaching-trace.ts';
import { tokenBudget, type Load } from '#mechanisms/serving/token-budget.ts';

export const course: Course = { trace: teachingTrace, pool: teachingPool, maxBatch: 8 };
/** Token budget, and the target for TBT in seconds that it keeps on this trace. */
export const tau = 512;
export const target = 0.03;

export const runs = race(course, tau);
export const levels = levelsOf(runs);
/** The same in a pool that holds the longest request and next to nothing beside it. */
export const narrow = levelsOf(race({ ...course, pool: { blocks: 272, blockSize: 16 } }, tau));

function levelsOf({ requestLevel, prefillFirst, orca, sarathiServe }: Record<Scheduler, Run>) {
  return {
    requestLevel: serviceLevels(requestLevel),
    prefillFirst: serviceLevels(prefillFirst),
    orca: serviceLevels(orca),
    sarathiServe: serviceLevels(sarathiServe),
  };
}

/** Milliseconds, as text. */
export const ms = (seconds: number, decimals = 1): string => (seconds * 1e3).toFixed(decimals);
/** TTFT of request `id`. */
export const ttft = (run: Run, id: number): number => timeToFirstToken(run).get(id)!;
/** The iteration in which the whole prompt of request `id` is read. */
export const wholePrompt = ({ iterations }: Run, id: number): number => {
  const { start, end } = iterations.find(({ entries }) =>
    entries.some(({ request, phase }) => request === id && phase === 'prefill'),
  )!;
  return end - start;
};

const entry = (phase: BatchEntry['phase'], tokens: number, context: number): BatchEntry => ({
  request: 0,
  phase,
  tokens,
  context,
  emits: 1,
});
/** One step of A's and B's decodes, with so many tokens of a prompt riding along. */
export const stepWith = (riders: number): number => {
  const decodes = [entry('decode', 1, 256), entry('decode', 1, 128)];
  return iterationTime(riders > 0 ? [...decodes, entry('prefill', riders, 0)] : decodes);
};

/** Sarathi-Serve's iteration i in words: who decodes, which chunks ride along, how many tokens, how long. */
export function stepOf(i: number) {
  const { start, end, entries } = runs.sarathiServe.iterations[i]!;
  const chunk = ({ request, tokens, context }: BatchEntry) => `${letterOf(request)} ${context + 1}–${context + tokens}`;
  const list = (phase: BatchEntry['phase'], write: (entry: BatchEntry) => string) =>
    entries.filter((one) => one.phase === phase).map(write);
  return {
    start: ms(start),
    decodes: list('decode', ({ request }) => letterOf(request)).join(' '),
    chunks: list('prefill', chunk).join('；') || '—',
    tokens: entries.reduce((sum, { tokens }) => sum + tokens, 0),
    time: ms(end - start),
  };
}

/** One prompt of 4096 tokens by itself, and two dozen of them at once: what τ does without the accidents of a trace. */
export const lone: Course = { ...course, trace: [{ id: 0, arrival: 0, prompt: 4096, output: 2 }] };
export const backlog: Course = {
  ...course,
  pool: { blocks: 8192, blockSize: 16 },
  trace: Array.from({ length: 24 }, (_, id) => ({ id, arrival: 0, prompt: 4096, output: 4 })),
};

/** Levels of a course under Sarathi-Serve with one budget. */
export const at = (on: Course, budget: number): ServiceLevels => serviceLevels(budgetSweep(on, [budget])[0]!.run);
/** Tokens that a lone prompt's chunks of so many tokens read again, and their bytes. */
export const reread = (chunk: number): number => rereadTokens(chunksOf(budgetSweep(lone, [chunk])[0]!.run, 0));
export const rereadBytes = (chunk: number): number => reread(chunk) * kvBytesPerToken(mistral7b);

const lengths = teachingTrace.map(({ prompt, output }) => prompt + output);
export const load: Load = { kvTokens: lengths.reduce((a, b) => a + b), longest: Math.max(...lengths) };
/** The largest budget that the bound allows under a target in seconds. */
export const budgetFor = (seconds: number, under: Load = load): number => tokenBudget(seconds, under, mistral7b, a100);

/** The paper's yardstick for its SLOs: a decode of 32 requests with 4k prompts (Sec. 5.1, Table 3). */
export const yardstickLoad: Load = { kvTokens: 32 * 4096, longest: 4096 };
export const yardstick = iterationTime(Array.from({ length: 32 }, () => entry('decode', 1, 4095)));

/** Table 4: Yi-34B with τ = 1024; seconds. */
export const ablation = [
  { label: '只混批', sharegpt: { ttft: 0.53, tbt: 0.68 }, arxiv: { ttft: 3.78, tbt: 1.38 } },
  { label: '只切块', sharegpt: { ttft: 1.04, tbt: 0.17 }, arxiv: { ttft: 5.38, tbt: 0.2 } },
  { label: '两者合用', sharegpt: { ttft: 0.76, tbt: 0.14 }, arxiv: { ttft: 3.9, tbt: 0.17 } },
] as const;
