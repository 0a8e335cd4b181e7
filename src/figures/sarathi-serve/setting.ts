/** What this page's figures and text run: the teaching trace under four schedulers, and what is cited of Table 4. */
import { race, type Course } from '#mechanisms/serving/race.ts';
import { serviceLevels } from '#mechanisms/serving/service-levels.ts';
import { teachingPool, teachingTrace } from '#mechanisms/serving/teaching-trace.ts';

export const course: Course = { trace: teachingTrace, pool: teachingPool, maxBatch: 8 };
/** Token budget, and the target for TBT in seconds that it keeps on this trace. */
export const tau = 512;
export const target = 0.03;

export const runs = race(course, tau);
export const levels = {
  requestLevel: serviceLevels(runs.requestLevel),
  prefillFirst: serviceLevels(runs.prefillFirst),
  orca: serviceLevels(runs.orca),
  sarathiServe: serviceLevels(runs.sarathiServe),
};

/** One prompt of 4096 tokens by itself, and two dozen of them at once: what τ does without the accidents of a trace. */
export const lone: Course = { ...course, trace: [{ id: 0, arrival: 0, prompt: 4096, output: 2 }] };
export const backlog: Course = {
  ...course,
  pool: { blocks: 8192, blockSize: 16 },
  trace: Array.from({ length: 24 }, (_, id) => ({ id, arrival: 0, prompt: 4096, output: 4 })),
};

/** Table 4: Yi-34B with τ = 1024; seconds. */
export const ablation = [
  { label: '只混批', sharegpt: { ttft: 0.53, tbt: 0.68 }, arxiv: { ttft: 3.78, tbt: 1.38 } },
  { label: '只切块', sharegpt: { ttft: 1.04, tbt: 0.17 }, arxiv: { ttft: 5.38, tbt: 0.2 } },
  { label: '两者合用', sharegpt: { ttft: 0.76, tbt: 0.14 }, arxiv: { ttft: 3.9, tbt: 0.17 } },
] as const;
