import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  hillisSteeleScan,
  prefixesOf,
  sequentialScan,
  workEfficientScan,
  type Monoid,
  type ScanLevel,
} from './associative-scan.ts';

/** Joining words does not commute, so a swapped operand, a gap or an overlap shows in the letters. */
const joining: Monoid<string> = { identity: '', combine: (earlier, later) => earlier + later };
const letters = (L: number) => Array.from({ length: L }, (_, i) => String.fromCodePoint(0x4e00 + i));
const lengths = Array.from({ length: 70 }, (_, L) => L);
const trees = [
  { name: 'Hillis–Steele', scan: hillisSteeleScan },
  { name: 'work-efficient', scan: workEfficientScan },
] as const;

describe('sequential scan', () => {
  it('gives every prefix', () => {
    expect(sequentialScan(joining, ['a', 'b', 'c'])).toEqual(['a', 'ab', 'abc']);
  });
});

describe.each(trees)('$name scan', ({ scan }) => {
  it('gives the prefixes of every length from 0 to 69, powers of two or not', () => {
    for (const L of lengths) {
      const word = letters(L).join('');
      const prefixes = letters(L).map((_, i) => word.slice(0, i + 1));
      expect(prefixesOf(scan(joining, letters(L)), letters(L))).toEqual(prefixes);
    }
  });

  it('can be replayed from its listed merges alone, each level from the values before it', () => {
    const words = fc.array(fc.string({ maxLength: 3 }), { maxLength: 40 });
    fc.assert(fc.property(words, (values) => expectReplay(values, scan(joining, values))));
  });
});

function expectReplay(values: readonly string[], levels: readonly ScanLevel<string>[]): void {
  let before = values;
  for (const level of levels) {
    const after = [...before];
    for (const { from, into } of level.merges) after[into] = before[from]! + before[into]!;
    expect(level.values).toEqual(after);
    before = after;
  }
}

const work = (levels: readonly ScanLevel<string>[]) => levels.reduce((sum, { merges }) => sum + merges.length, 0);

describe('work and depth', () => {
  it('Hillis–Steele takes ⌈log₂ L⌉ levels', () => {
    for (const L of lengths.slice(1)) {
      expect(hillisSteeleScan(joining, letters(L))).toHaveLength(Math.ceil(Math.log2(L)));
    }
  });

  it('the work-efficient scan takes fewer than 2L merges, in at most 2⌈log₂ L⌉ levels', () => {
    for (const L of lengths.slice(1)) {
      const levels = workEfficientScan(joining, letters(L));
      expect(work(levels)).toBeLessThan(2 * L);
      expect(levels.length).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(L)));
    }
  });

  it('of 8 values: 17 merges in 3 levels against 11 merges in 5, counted by hand', () => {
    const [wide, thrifty] = [hillisSteeleScan(joining, letters(8)), workEfficientScan(joining, letters(8))];
    expect([work(wide), wide.length]).toEqual([7 + 6 + 4, 3]);
    expect([work(thrifty), thrifty.length]).toEqual([4 + 2 + 1 + 1 + 3, 5]);
  });
});
