/** A request inside the serving system: how far it has come. */
import type { BlockPool } from '#mechanisms/serving/block-pool.ts';
import type { Request } from '#mechanisms/serving/request.ts';

export type Phase = 'waiting' | 'prefill' | 'decode' | 'finished';

/**
 * What a request has generated, and, through the pool, how much of it is in the KV cache. Prefill, decode and
 * recomputation are one rule: tokens not yet in the cache are `pending`; once none is, the model emits a token, which
 * is then pending itself.
 */
export class Sequence {
  readonly request: Request;
  private readonly pool: BlockPool;
  /** Tokens generated so far. */
  generated = 0;

  constructor(request: Request, pool: BlockPool) {
    this.request = request;
    this.pool = pool;
  }

  get id(): number {
    return this.request.id;
  }

  // #region pending-tokens
  /** Tokens known: the prompt and what has been generated. */
  get length(): number {
    return this.request.prompt + this.generated;
  }

  /** Tokens whose keys and values are stored. */
  get kv(): number {
    return this.pool.length(this.id);
  }

  /** Tokens known but not yet stored: the rest of the prompt, or the one token just generated. */
  get pending(): number {
    return this.length - this.kv;
  }

  get phase(): Phase {
    if (this.generated === this.request.output) return 'finished';
    if (!this.pool.holds(this.id)) return 'waiting';
    return this.generated > 0 && this.pending === 1 ? 'decode' : 'prefill';
  }
  // #endregion pending-tokens
}
