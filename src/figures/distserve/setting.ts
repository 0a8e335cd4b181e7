/** What this page's figures and text run: queues of prompts, and OPT-13B on GPUs that do both phases or one. */
import { letterOf } from '#figures/serving/words.zh.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { kvBytesPerToken, roofline, type Model } from '#mechanisms/serving/cost.ts';
import { disaggregated, join, takeTurns, type Fleet, type Served } from '#mechanisms/serving/disaggregated.ts';
import { simulate } from '#mechanisms/serving/engine.ts';
import { attainment, ttftOf, tpotOf, type Slo } from '#mechanisms/serving/goodput.ts';
import { percentile } from '#mechanisms/serving/metrics.ts';
import { a100AsMeasured, opt13b } from '#mechanisms/serving/opt.ts';
import { orca } from '#mechanisms/serving/policies/orca.ts';
import { prefillFirst } from '#mechanisms/serving/policies/prefill-first.ts';
import { poissonTrace, type Trace } from '#mechanisms/serving/request.ts';
import { requestLanes, type RequestLane } from '#mechanisms/serving/request-lanes.ts';
import type { BatchEntry, Run } from '#mechanisms/serving/run.ts';
import { playQueue, poissonArrivals } from '#mechanisms/serving/ttft-queue.ts';

/** OPT-13B on the A100 that Fig. 1 implies. */
export const time = roofline(opt13b, a100AsMeasured);
const pool = { blocks: 3500, blockSize: 16 };
const fullBatch = 512;
const maxBatch = 256;

/** NVLink between A100s at its peak, 600 GB/s; the testbed's network between nodes, 25 Gbit/s (Sec. 3.3, 6.1). */
export const nvlink = 600e9;
export const betweenNodes = 25e9 / 8;
export const transferSeconds = (tokens: number, model: Model, bytesPerSecond: number): number =>
  (tokens * kvBytesPerToken(model)) / bytesPerSecond;
const transfer = (tokens: number): number => transferSeconds(tokens, opt13b, nvlink);
const fleet = (prefill: number, decode: number): Fleet => ({
  prefill,
  decode,
  time,
  pool,
  transfer,
  fullBatch,
  maxBatch,
});

/** Seconds of one step: so many decodes of 540 tokens, with or without a prompt of 512. */
const decodeEntry: BatchEntry = { request: 0, phase: 'decode', tokens: 1, context: 540, emits: 1 };
const promptEntry: BatchEntry = { request: 0, phase: 'prefill', tokens: 512, context: 0, emits: 1 };
export const step = (decodes: number, prompts: number): number =>
  time([...Array.from({ length: decodes }, () => decodeEntry), ...Array.from({ length: prompts }, () => promptEntry)]);

/** Seven requests for two GPUs. */
const seven: Trace = [
  { id: 0, arrival: 0, prompt: 512, output: 24 },
  { id: 1, arrival: 0.05, prompt: 512, output: 24 },
  { id: 2, arrival: 0.25, prompt: 768, output: 14 },
  { id: 3, arrival: 0.4, prompt: 512, output: 16 },
  { id: 4, arrival: 0.6, prompt: 512, output: 14 },
  { id: 5, arrival: 0.72, prompt: 768, output: 8 },
  { id: 6, arrival: 0.95, prompt: 512, output: 8 },
];
/** A wait between tokens that is a stall. */
export const target = 0.1;
const both = (trace: Trace): Run => simulate({ trace, policy: prefillFirst(maxBatch, fullBatch), time, pool });
const halves = takeTurns(seven, 2).map(both);
const apart = disaggregated(seven, fleet(1, 1));

const gaps = ({ tokens }: Served) => tokens.slice(1).map((end, k) => ({ start: tokens[k]!, end }));
function view(served: readonly Served[], runs: readonly Run[], decodes: readonly Run[]) {
  const lanes = served.map((one): RequestLane => {
    const of = (run: Run) => requestLanes(run, target).find(({ request }) => request.id === one.request.id);
    const handed = decodes.flatMap((run) => of(run)?.activities ?? []).map((a) => ({ ...a, phase: 'decode' as const }));
    const stalls = gaps(one).filter(({ start, end }) => end - start > target);
    return {
      request: one.request,
      tokens: one.tokens,
      activities: [...runs.flatMap((run) => of(run)?.activities ?? []), ...handed],
      stalls: stalls.map((gap) => ({ request: one.request.id, ...gap })),
    };
  });
  return {
    lanes,
    maxTbt: Math.max(...served.flatMap((one) => gaps(one).map(({ start, end }) => end - start))),
    meanTtft: served.reduce((sum, one) => sum + ttftOf(one), 0) / served.length,
    end: Math.max(...served.flatMap(({ tokens }) => tokens)),
    stalls: lanes.reduce((sum, { stalls }) => sum + stalls.length, 0),
  };
}
export const views = {
  together: view(join(seven, halves), halves, []),
  apart: view(apart.served, apart.prefills, apart.decodes),
};
export const laneLabel = ({ request }: RequestLane): string => `${letterOf(request.id)} ${request.prompt}`;

/** Fig. 1: 512 tokens in, 64 out, Poisson arrivals; P90 of TTFT 0.4 s and of TPOT 0.04 s. */
export const slo: Slo = { ttft: 0.4, tpot: 0.04 };
const workload = (rate: number, seed = 3): Trace =>
  poissonTrace({ count: 120, rate, prompt: [512, 512], output: [64, 64] }, seed);
export const p90 = (values: readonly number[]): number => percentile(values, 90);
export const together = [0.8, 1.2, 1.6, 2.4, 3.2, 4.2, 5].map((rate) => ({ rate, served: colocated(rate) }));
/** Four runs: one alone may be lucky in its arrivals. */
function colocated(rate: number): Served[] {
  return [3, 4, 5, 6].flatMap((seed) => {
    const trace = workload(rate, seed);
    return join(trace, [both(trace)]);
  });
}
export const meets = (served: readonly Served[]): number => attainment(served, slo);

/** A GPU that only prefills is the queue of Eq. 1. */
export const D = step(0, 1);
export const prefillOnly = [1, 2, 3, 4, 5, 5.6, 6, 6.4].map((rate) => ({
  rate,
  ttft: p90(playQueue(poissonArrivals(rate, 6000, 1), () => [D])),
}));
/** A GPU that only decodes gets each prompt's KV cache and its first token. */
export const decodeOnly = [2, 6, 10, 13].map((rate) => {
  const trace = workload(rate).map((request) => ({ ...request, prompt: 513, cached: 512, output: 63 }));
  const served = join(trace, [simulate({ trace, policy: orca(maxBatch), time, pool })]);
  return { rate, tpot: p90(served.map(tpotOf)) };
});
/** Two prefill GPUs and one decode GPU at ten requests a second, the fleet that the paper proposes in Sec. 1. */
export const twoAndOne = disaggregated(workload(10), fleet(2, 1)).served;

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
/** Mean TTFT played out in so many stages; prompts that take `seconds(n)` in all. */
export function played(R: number, stages: number, seconds: (n: number) => number): number {
  const share = (n: number) => Array.from({ length: stages }, () => seconds(n) / stages);
  return mean(playQueue(poissonArrivals(R, 10_000, 7), share));
}
/** Prompts that take D on average, evenly between a quarter and seven quarters of it. */
export const uneven = (seconds: number): ((n: number) => number) => {
  const random = createRandom(1);
  const factors = Array.from({ length: 10_000 }, () => 0.25 + 1.5 * random.next());
  return (n) => seconds * factors[n]!;
};
export { ttftOf, tpotOf };
