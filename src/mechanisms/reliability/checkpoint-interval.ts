/**
 * How often a job that fails now and then should save its state: Young's first-order optimum (1974), and what is lost at
 * any interval. Times in any one unit. Not in MegaScale, which says how it saves (Sec. 4.4), not how often.
 */

export interface Restarts {
  /** Mean time between failures of the whole job. */
  readonly mtbf: number;
  /** Time for which a checkpoint stops training. */
  readonly save: number;
  /** Time from a failure until training goes on: detection, diagnosis, eviction, loading. */
  readonly recover: number;
}

/** The job's MTBF from one machine's: failures of n machines come n times as often. */
export const jobMtbf = (machine: number, n: number): number => machine / n;

// #region young
/** The share of time lost when saving every `interval`: saving, half an interval's work a failure, and recovering. */
export function lostShare({ mtbf, save, recover }: Restarts, interval: number): number {
  return save / interval + interval / (2 * mtbf) + recover / mtbf;
}

/** √(2·save·mtbf), where the first two are equal and their sum least. */
export const bestInterval = ({ mtbf, save }: Restarts): number => Math.sqrt(2 * save * mtbf);
// #endregion young
