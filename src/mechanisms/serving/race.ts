/**
 * Four ways to schedule one trace, on one model, one GPU and one clock: the comparison that Sarathi-Serve makes
 * (Sec. 3.2, Algorithms 1–3), and Orca's hybrid batches of whole prompts.
 */
import type { PoolSize } from '#mechanisms/serving/block-pool.ts';
import { a100, mistral7b, roofline } from '#mechanisms/serving/cost.ts';
import { simulate } from '#mechanisms/serving/engine.ts';
import type { Policy } from '#mechanisms/serving/iteration-plan.ts';
import { orca } from '#mechanisms/serving/policies/orca.ts';
import { prefillFirst } from '#mechanisms/serving/policies/prefill-first.ts';
import { requestLevel } from '#mechanisms/serving/policies/request-level.ts';
import { sarathiServe } from '#mechanisms/serving/policies/sarathi-serve.ts';
import type { Trace } from '#mechanisms/serving/request.ts';
import type { Run } from '#mechanisms/serving/run.ts';

export const schedulers = ['requestLevel', 'prefillFirst', 'orca', 'sarathiServe'] as const;
export type Scheduler = (typeof schedulers)[number];

/** What all contestants share. */
export interface Course {
  readonly trace: Trace;
  readonly pool: PoolSize;
  /** The most requests that may run at once. */
  readonly maxBatch: number;
}

/** Mistral-7B on an A100. */
export const iterationTime = roofline(mistral7b, a100);

/** Runs the course under every scheduler; `tau` is Sarathi-Serve's token budget. */
export function race(course: Course, tau: number): Record<Scheduler, Run> {
  return { ...baselines(course), sarathiServe: serve(course, sarathiServe(tau, course.maxBatch)) };
}

/** Runs the course under the schedulers that have no token budget. */
export function baselines(course: Course): Record<Exclude<Scheduler, 'sarathiServe'>, Run> {
  const { maxBatch } = course;
  return {
    requestLevel: serve(course, requestLevel(maxBatch)),
    prefillFirst: serve(course, prefillFirst(maxBatch)),
    orca: serve(course, orca(maxBatch)),
  };
}

/** Runs the course under Sarathi-Serve with each budget in turn. */
export function budgetSweep(course: Course, budgets: readonly number[]): readonly { tau: number; run: Run }[] {
  return budgets.map((tau) => ({ tau, run: serve(course, sarathiServe(tau, course.maxBatch)) }));
}

function serve({ trace, pool }: Course, policy: Policy): Run {
  return simulate({ trace, policy, time: iterationTime, pool });
}
