/**
 * Seeded randomness: the same seed gives the same numbers on every machine, so a figure drawn at build time and the
 * same figure redrawn in the browser agree to the last digit.
 */
export interface Random {
  /** A float in [0, 1). */
  next(): number;
  /** A sample of the standard normal distribution (Box–Muller). */
  normal(): number;
  /** An integer in [low, high], both included. */
  integer(low: number, high: number): number;
}

/** A generator (mulberry32, 32 bits of state) started from `seed`, any 32-bit integer. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return { next, normal, integer };
}
