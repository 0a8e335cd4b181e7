/**
 * A job that fails at random and goes on from its last checkpoint, played event by event (MegaScale, Sec. 4 and 6.3).
 *
 * Modelled: failures as a Poisson process, saving that stops training for a moment, recovery of a fixed length during
 * which nothing fails. Left out: stragglers, and failures that nobody notices.
 */
import type { Random } from '#mechanisms/numeric/random.ts';
import type { Restarts } from './checkpoint-interval.ts';

export interface Stretch {
  readonly kind: 'training' | 'saving' | 'lost' | 'recovering';
  readonly start: number;
  readonly end: number;
}

export interface FaultRun {
  readonly stretches: readonly Stretch[];
  /** Work that counts: what was trained and not lost. */
  readonly useful: number;
  readonly total: number;
  readonly failures: number;
}

// #region fault-run
/** Trains until `work` has been done and saved, a checkpoint after each `interval` of it. */
export function faultRun({ mtbf, save, recover }: Restarts, interval: number, work: number, random: Random): FaultRun {
  const stretches: Stretch[] = [];
  const nextFailure = (from: number) => from - mtbf * Math.log(1 - random.next());
  let [now, done, failures] = [0, 0, 0];
  let failure = nextFailure(0);
  const spend = (kind: Stretch['kind'], length: number) => stretches.push({ kind, start: now, end: (now += length) });
  while (done < work) {
    const step = Math.min(interval, work - done);
    if (failure < now + step + save) {
      spend('lost', failure - now); // since the last checkpoint
      spend('recovering', recover);
      failures++;
      failure = nextFailure(now);
    } else {
      spend('training', step);
      spend('saving', save);
      done += step;
    }
  }
  return { stretches, useful: done, total: now, failures };
}

/** N_iter·t_iter/T_total: the effective training time rate of Sec. 6.3. */
export const effectiveRate = ({ useful, total }: FaultRun): number => useful / total;
// #endregion fault-run
