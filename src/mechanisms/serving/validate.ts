/**
 * Whether a run is possible: replays what was recorded with nothing but the trace and the pool size in hand, sharing
 * no code with the engine.
 */
import type { Request } from '#mechanisms/serving/request.ts';
import type { BatchEntry, Iteration, Run } from '#mechanisms/serving/run.ts';

/** What the replay knows of a request. */
interface Progress {
  readonly request: Request;
  generated: number;
  /** Tokens in the cache; null while the request holds no memory. */
  kv: number | null;
}

/**
 * The rules that a run breaks, one sentence each; empty for a valid run. Time moves forward; nobody runs before its
 * arrival, after its end, or twice in an iteration; cached tokens are neither skipped nor stored twice; a token is
 * emitted exactly when all tokens before it are stored, and decodes come after; memory is never oversubscribed;
 * every request gets exactly its output.
 */
export function validate(run: Run): string[] {
  const progress = new Map<number, Progress>(
    run.trace.map((request) => [request.id, { request, generated: 0, kv: null }]),
  );
  const problems: string[] = [];
  let clock = 0;
  run.iterations.forEach((iteration, i) => {
    const report = (problem: string): void => void problems.push(`iteration ${i}: ${problem}`);
    if (!(iteration.start >= clock && iteration.end > iteration.start)) report('time does not move forward');
    clock = iteration.end;
    for (const id of iteration.preempted) progress.get(id)!.kv = null;
    replayEntries(iteration, progress, report);
    checkMemory(iteration, run, progress, report);
    for (const p of progress.values()) if (p.generated >= p.request.output) p.kv = null;
  });
  for (const { request, generated } of progress.values())
    if (generated !== request.output) problems.push(`request ${request.id}: ${generated} of ${request.output} tokens`);
  return problems;
}

function replayEntries(iteration: Iteration, progress: Map<number, Progress>, report: (problem: string) => void): void {
  if (iteration.entries.length === 0) report('runs nobody');
  const ran = new Set<number>();
  for (const entry of iteration.entries) {
    const p = progress.get(entry.request);
    if (!p) {
      report(`request ${entry.request} is unknown`);
      continue;
    }
    if (ran.has(entry.request)) report(`request ${entry.request} runs twice`);
    if (iteration.preempted.includes(entry.request)) report(`request ${entry.request} runs and is preempted`);
    if (p.request.arrival > iteration.start) report(`request ${entry.request} runs before it arrives`);
    if (p.generated >= p.request.output) report(`request ${entry.request} runs after its end`);
    ran.add(entry.request);
    replayEntry(entry, p, report);
  }
}

function replayEntry(entry: BatchEntry, p: Progress, report: (problem: string) => void): void {
  const kv = p.kv ?? p.request.cached ?? 0;
  const pending = p.request.prompt + p.generated - kv;
  const decodes = p.generated > 0 && pending === 1;
  if (entry.context !== kv) report(`request ${entry.request} has ${kv} tokens cached, not ${entry.context}`);
  if ((entry.phase === 'decode') !== decodes) report(`request ${entry.request} is not in ${entry.phase}`);
  if (entry.phase === 'decode') {
    if (entry.emits < 1 || entry.emits > entry.tokens) report(`request ${entry.request} decodes ${entry.emits} tokens`);
    p.kv = kv + entry.emits;
  } else {
    if (entry.tokens < 1 || entry.tokens > pending) report(`request ${entry.request} has ${pending} tokens to prefill`);
    if (entry.emits !== (entry.tokens === pending ? 1 : 0)) report(`request ${entry.request} emits ${entry.emits}`);
    p.kv = kv + entry.tokens;
  }
  p.generated += entry.emits;
}

function checkMemory(
  { memory }: Iteration,
  { pool: { blocks, blockSize } }: Run,
  progress: ReadonlyMap<number, Progress>,
  report: (problem: string) => void,
): void {
  const stored = [...progress.values()].map(({ kv }) => kv ?? 0);
  const needed = stored.reduce((sum, kv) => sum + Math.ceil(kv / blockSize), 0);
  if (needed > blocks) report(`${needed} blocks are needed of ${blocks}`);
  if (memory.filled !== stored.reduce((sum, kv) => sum + kv, 0))
    report('the pool stores other tokens than those cached');
  if (memory.filled + memory.wasted + memory.free !== blocks * blockSize || memory.free < 0 || memory.wasted < 0)
    report('filled, wasted and free slots do not add up to the pool');
}
