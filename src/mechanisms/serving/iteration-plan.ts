/**
 * The batch of the next iteration while a policy puts it together. A policy is one function that calls `decode`,
 * `prefill` and `admit` in the order it thinks right; the plan takes the memory as it goes, so that no policy can
 * oversubscribe it, and preempts when a decode finds none.
 */
import type { BlockPool } from '#mechanisms/serving/block-pool.ts';
import type { BatchEntry } from '#mechanisms/serving/run.ts';
import type { Phase, Sequence } from '#mechanisms/serving/sequence.ts';

/** Decides who runs in the next iteration, by filling the plan. */
export type Policy = (plan: IterationPlan) => void;

export class IterationPlan {
  /** Sequences by phase as the iteration is planned, each in order of arrival. */
  readonly decoding: readonly Sequence[];
  readonly prefilling: readonly Sequence[];
  readonly waiting: readonly Sequence[];
  readonly entries: BatchEntry[] = [];
  /** Ids of the sequences that lost their memory to this batch. */
  readonly preempted: number[] = [];
  private readonly sequences: readonly Sequence[];
  private readonly pool: BlockPool;

  /** `sequences`: those that have arrived and not finished, in order of arrival. */
  constructor(sequences: readonly Sequence[], pool: BlockPool) {
    this.sequences = sequences;
    this.pool = pool;
    const inPhase = (phase: Phase) => sequences.filter((sequence) => sequence.phase === phase);
    this.decoding = inPhase('decode');
    this.prefilling = inPhase('prefill');
    this.waiting = inPhase('waiting');
  }

  /** Tokens planned so far. */
  get tokens(): number {
    return this.entries.reduce((sum, { tokens }) => sum + tokens, 0);
  }

  /** Sequences that hold memory now, in this batch or not. */
  get admitted(): number {
    return this.sequences.filter(({ id }) => this.pool.holds(id)).length;
  }

  /**
   * Feeds back the last token of a decoding sequence, making room by preemption if memory has run out; returns
   * whether it runs. Speculation verifies several tokens at once and keeps the first `kept` of them (1 ≤ kept ≤ verified).
   */
  decode(sequence: Sequence, verified = 1, kept = 1): boolean {
    if (sequence.phase !== 'decode' || this.isPlanned(sequence)) return false;
    if (!this.makeRoom(sequence, verified)) return false;
    const emits = Math.min(kept, verified, sequence.request.output - sequence.generated);
    this.run(sequence, 'decode', verified, emits, emits);
    return true;
  }

  /** Runs up to `limit` pending tokens of an admitted prefill; returns whether any fits. */
  prefill(sequence: Sequence, limit = Infinity): boolean {
    const tokens = Math.min(limit, sequence.pending);
    if (sequence.phase !== 'prefill' || this.isPlanned(sequence) || tokens < 1) return false;
    if (!this.pool.canAppend(sequence.id, tokens)) return false;
    this.run(sequence, 'prefill', tokens, tokens, tokens === sequence.pending ? 1 : 0);
    return true;
  }

  /**
   * Admits a waiting sequence with memory for `reserve` tokens in all (never less than what is known of it) and runs
   * up to `limit` of them; returns whether it was admitted. Never preempts.
   */
  admit(sequence: Sequence, limit = Infinity, reserve = 0): boolean {
    const slots = Math.max(reserve, sequence.length);
    if (sequence.phase !== 'waiting' || limit < 1 || !this.pool.canReserve(sequence.id, slots)) return false;
    this.pool.reserve(sequence.id, slots);
    this.pool.append(sequence.id, sequence.request.cached ?? 0);
    return this.prefill(sequence, limit);
  }

  private isPlanned(sequence: Sequence): boolean {
    return this.entries.some(({ request }) => request === sequence.id);
  }

  private run(sequence: Sequence, phase: BatchEntry['phase'], tokens: number, stored: number, emits: number): void {
    this.entries.push({ request: sequence.id, phase, tokens, context: sequence.kv, emits });
    this.pool.append(sequence.id, stored);
  }

  // #region preemption
  /**
   * Frees blocks until `tokens` more of `sequence` fit: the latest arrival that is not in this batch loses all its
   * blocks and goes back to the queue, to be recomputed in one prefill (PagedAttention, Sec. 4.5). Returns whether
   * `sequence` survived.
   */
  private makeRoom(sequence: Sequence, tokens: number): boolean {
    while (!this.pool.canAppend(sequence.id, tokens)) {
      const victim = this.sequences.findLast((other) => this.pool.holds(other.id) && !this.isPlanned(other))!;
      this.pool.free(victim.id);
      this.preempted.push(victim.id);
      if (victim === sequence) return false;
    }
    return true;
  }
  // #endregion preemption
}
