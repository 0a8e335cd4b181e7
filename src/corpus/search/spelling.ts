/**
 * The edits between two words: letters put in, left out, replaced, or two neighbours exchanged (optimal string alignment).
 * Returns `limit + 1` as soon as it must exceed `limit`.
 */
export function edits(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [before, previous] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, previous] = [previous, row];
  }
  return previous[b.length]!;
}

/** How many edits a word of this length may be away from what was meant. */
export const tolerance = (length: number): number => (length < 4 ? 0 : length < 7 ? 1 : length < 12 ? 2 : 3);

export interface Correction {
  word: string;
  edits: number;
}

/** The known Latin words nearest to `word`: fewest edits, then the same first letter, then the most used. At most two. */
export function correctLatin(word: string, known: ReadonlyMap<string, number>): Correction[] {
  const limit = tolerance(word.length);
  if (limit === 0) return [];
  return [...known]
    .flatMap(([candidate, count]) => {
      const near = nearness(word, candidate, limit);
      return near === undefined
        ? []
        : [
            {
              word: candidate,
              edits: near,
              cost: near + (candidate[0] === word[0] ? 0 : 0.5) - Math.min(count, 40) / 100,
            },
          ];
    })
    .sort((a, b) => a.cost - b.cost)
    .slice(0, 2)
    .map(({ word, edits }) => ({ word, edits }));
}

/** Shortest word whose misspelt beginning is mended before it is typed to its end. */
const PREFIX = 6;

/** Edits between a word and a candidate, or between it and the candidate's beginning and one; undefined beyond the limit. */
function nearness(word: string, candidate: string, limit: number): number | undefined {
  if (lettersMissing(word, candidate) > limit) return undefined;
  const most = Math.min(limit, tolerance(candidate.length));
  const distance = edits(word, candidate, most);
  if (distance > 0 && distance <= most) return distance;
  if (word.length < PREFIX || candidate.length < word.length + 2 || candidate[0] !== word[0]) return undefined;
  const begins = [-1, 0, 1].some((more) => edits(word, candidate.slice(0, word.length + more), 1) <= 1);
  return begins ? 2 : undefined;
}

/** How many different letters of `a` are not in `b`: at most the edits between them, and quick to count. */
function lettersMissing(a: string, b: string): number {
  let missing = letterSet(a) & ~letterSet(b);
  let count = 0;
  for (; missing !== 0; missing &= missing - 1) count++;
  return count;
}

function letterSet(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i++) set |= 1 << (word.charCodeAt(i) % 32);
  return set;
}

/** Chinese names that the run of characters holds but for one character: replaced, put in or left out. */
export function correctChinese(run: string, known: readonly string[]): { wrong: string; right: string }[] {
  return known.flatMap((name) => {
    const wrong = name.length >= 4 || run.length === name.length ? windowBut(run, name) : undefined;
    return wrong === undefined ? [] : [{ wrong, right: name }];
  });
}

/** The stretch of `run` that differs from `name` in exactly one character. */
function windowBut(run: string, name: string): string | undefined {
  for (let at = 0; at + name.length <= run.length; at++) {
    const window = run.slice(at, at + name.length);
    let different = 0;
    for (let i = 0; i < name.length && different < 2; i++) if (window[i] !== name[i]) different++;
    if (different === 1) return window;
  }
  return run.length >= 3 && Math.abs(run.length - name.length) === 1 && edits(run, name, 1) === 1 ? run : undefined;
}
