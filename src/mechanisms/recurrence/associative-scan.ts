/**
 * Inclusive scans: all prefixes v_0, v_0∘v_1, v_0∘v_1∘v_2, … of a sequence under an associative operator, as a fold and
 * as two trees. Each level of a tree lists merges that do not depend on one another, so a machine can do them at once;
 * the values after every level are kept for figures to draw. Any length works, powers of two or not. Left out: how a
 * GPU maps a level to warps and blocks, and the chunks into which Mamba's kernel splits a long sequence (App. D).
 */

/** An associative operator and its neutral element. `earlier` is the operand nearer the start of the sequence. */
export interface Monoid<T> {
  readonly identity: T;
  combine(earlier: T, later: T): T;
}

/** One application of the operator: values[into] ← values[from] ∘ values[into]. */
export interface Merge {
  readonly from: number;
  readonly into: number;
}

/** Merges that run at once, and all L values after them. */
export interface ScanLevel<T> {
  readonly phase: 'sweep' | 'up' | 'down';
  readonly merges: readonly Merge[];
  readonly values: readonly T[];
}

/** The L prefixes by a loop: L − 1 merges, each waiting for the one before. */
export function sequentialScan<T>({ identity, combine }: Monoid<T>, values: readonly T[]): T[] {
  let prefix = identity;
  return values.map((value) => (prefix = combine(prefix, value)));
}

// #region hillis-steele
/** Hillis & Steele's scan: ⌈log₂ L⌉ levels, the fewest possible, for about L·log₂ L merges. */
export function hillisSteeleScan<T>(monoid: Monoid<T>, values: readonly T[]): ScanLevel<T>[] {
  const merges: Merge[][] = [];
  for (let stride = 1; stride < values.length; stride *= 2) {
    merges.push(spaced(stride, values.length, 1, stride));
  }
  return runLevels(monoid, values, merges, () => 'sweep');
}
// #endregion hillis-steele

// #region work-efficient-scan
/**
 * The work-efficient scan (Blelloch 1990, cited in Mamba §3.3.2), in its inclusive form: going up, pairs, then pairs of
 * pairs; coming down, the prefixes that the way up skipped. Fewer than 2L merges in about 2·log₂ L levels.
 */
export function workEfficientScan<T>(monoid: Monoid<T>, values: readonly T[]): ScanLevel<T>[] {
  const L = values.length;
  const strides: number[] = [];
  for (let stride = 1; stride < L; stride *= 2) strides.push(stride);
  const up = strides.map((s) => spaced(2 * s - 1, L, 2 * s, s));
  const down = strides.toReversed().map((s) => spaced(3 * s - 1, L, 2 * s, s));
  const levels = [...up, ...down.filter((level) => level.length > 0)];
  return runLevels(monoid, values, levels, (i) => (i < up.length ? 'up' : 'down'));
}
// #endregion work-efficient-scan

/** The L prefixes that a tree ends with. */
export function prefixesOf<T>(levels: readonly ScanLevel<T>[], values: readonly T[]): readonly T[] {
  return levels.at(-1)?.values ?? values;
}

/** Merges into `first`, `first + gap`, … below L, each from `reach` places before. */
function spaced(first: number, L: number, gap: number, reach: number): Merge[] {
  const merges: Merge[] = [];
  for (let into = first; into < L; into += gap) merges.push({ from: into - reach, into });
  return merges;
}

/** Every merge of a level reads the values from before the level, as parallel processors would. */
function runLevels<T>(
  { combine }: Monoid<T>,
  values: readonly T[],
  levels: readonly Merge[][],
  phase: (level: number) => ScanLevel<T>['phase'],
): ScanLevel<T>[] {
  let before = values;
  return levels.map((merges, i) => {
    const after = [...before];
    for (const { from, into } of merges) after[into] = combine(before[from]!, before[into]!);
    before = after;
    return { phase: phase(i), merges, values: after };
  });
}
