/** What this page's figures and text compute: the ablation, the table's arithmetic, overlap, and a job that fails. */
import { modelFlops } from '#mechanisms/attention/model-flops.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { chunkedOverlap, overlappedTime } from '#mechanisms/parallelism/chunked-overlap.ts';
import { bestInterval, lostShare, type Restarts } from '#mechanisms/reliability/checkpoint-interval.ts';
import { effectiveRate, faultRun } from '#mechanisms/reliability/fault-run.ts';

/** Table 3: MFU in per cent as each change is added; 175B on 256 GPUs. `changes`: whether the training itself is another. */
export const ablation = [
  { name: 'baseline', mfu: 47.7, changes: false },
  { name: 'parallelBlock', mfu: 52.3, changes: true },
  { name: 'slidingWindow', mfu: 53.3, changes: true },
  { name: 'tensorOverlap', mfu: 55.5, changes: false },
  { name: 'pipelineOverlap', mfu: 58.0, changes: false },
  { name: 'dataOverlap', mfu: 59.5, changes: false },
  { name: 'operators', mfu: 61.2, changes: false },
  { name: 'misc', mfu: 62.3, changes: false },
  { name: 'lamb', mfu: 65.3, changes: true },
] as const;
export const steps = ablation.slice(1).map((step, i) => ({ ...step, gain: step.mfu - ablation[i]!.mfu }));
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
export const gains = {
  all: sum(steps.map(({ gain }) => gain)),
  changing: sum(steps.filter(({ changes }) => changes).map(({ gain }) => gain)),
  systems: sum(steps.filter(({ changes }) => !changes).map(({ gain }) => gain)),
};

/** Table 2: MFU by GPUs at a batch of 6,144. */
export const scaling = {
  gpus: [3072, 6144, 8192, 12288],
  megascale: [59.1, 57.3, 54.9, 55.2],
  megatron: [48.7, 47.8, 43.3, 41.2],
};
/** The run on 12,288 GPUs. */
export const run = { gpus: 12288, batch: 6144, sequence: 2048, seconds: 6.34, tokensPerSecond: 1984.0e3, goal: 300e9 };
export const tokensPerSecond = (run.batch * run.sequence) / run.seconds;
export const days = run.goal / run.tokensPerSecond / 86_400;
/** Copies of the model on TP 8 × PP 8, and sequences that each does. */
export const copies = scaling.gpus.map((gpus) => gpus / 64);
export const sequencesEach = copies.map((n) => run.batch / n);

/** 175B as in Table 1; bf16 peak of an A100. Twelve parameters a layer and square of the width, and the vocabulary. */
const [layers, hidden, vocabulary] = [96, 12_288, 64_000];
const shape = { layers, hidden, parameters: 12 * layers * hidden ** 2 + vocabulary * hidden };
export const peak = 312e12;
export const mfu = (run.batch * modelFlops(shape, run.sequence)) / run.seconds / (run.gpus * peak);
/** Without the scores, which sliding windows shorten. */
export const mfuOfWeights = (run.batch * 6 * run.sequence * shape.parameters) / run.seconds / (run.gpus * peak);
export const aggregate = { printed: 2166.3e15, implied: 2166.3e15 / (run.gpus * peak) };

/** One product and its all-gather of equal length in one, two, four chunks. */
export const SPAN = 8;
export const overlaps = [1, 2, 4].map((chunks) => ({ chunks, times: chunkedOverlap(SPAN, SPAN, chunks) }));
export const overlapped = (chunks: number): number => overlappedTime(SPAN, SPAN, chunks);

/** The bubble of a pipeline: (p − 1)/(v·m) of the work. Four steps of m micro-batches against one of 4m. */
const stages = { p: 8, v: 6, m: 32 };
export const bubble = {
  ...stages,
  four: (4 * (stages.p - 1)) / (stages.v * stages.m),
  one: (stages.p - 1) / (stages.v * 4 * stages.m),
  /** In units of a small step's work: the second printed expression is a share of four times as much. */
  spentFour: (4 * (stages.p - 1)) / stages.v,
  spentOne: (stages.p - 1) / stages.v,
};

/** Communicators on 2,048 GPUs: seconds (Sec. 3.5). */
export const startUp = [1047, 361, 5];

/** A job of four weeks, in minutes: four failures a day are ours, ten minutes to find and mend one the paper's bound (Sec. 6.3). */
export const job: Restarts = { mtbf: (24 * 60) / 4, save: 0.2, recover: 10 };
export const slowJob: Restarts = { ...job, save: 10 };
export const WEEKS = 4;
const work = WEEKS * 7 * 24 * 60;
export const best = { fast: bestInterval(job), slow: bestInterval(slowJob) };
const intervals = Array.from({ length: 40 }, (_, i) => 2 * 1.12 ** i).filter((t) => t < 240);
const rateBy = (one: Restarts) => intervals.map((t): [number, number] => [t, 1 / (1 + lostShare(one, t))]);
export const rates = { fast: rateBy(job), slow: rateBy(slowJob) };
export const played = [5, 12, 30, 60, 120].map((t): [number, number] => [
  t,
  effectiveRate(faultRun(job, t, work, createRandom(7 + t))),
]);
export const four = faultRun(job, 30, work, createRandom(37));
export const fourRate = effectiveRate(four);
/** The share that recovery alone costs. */
export const recovering = job.recover / job.mtbf;
