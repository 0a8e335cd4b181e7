import { closest, distance } from 'fastest-levenshtein';

/** The candidate closest to `word` in spelling, if it is close enough to be what was meant. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const known = [...candidates];
  if (known.length === 0) return undefined;
  const best = closest(word.toLowerCase(), known);
  return distance(word.toLowerCase(), best) <= Math.max(2, Math.floor(word.length / 3)) ? best : undefined;
}
