import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockMask, causal, everything, neighbourhood, permitsAny, slidingWindow } from './masks.ts';
import type { Mask } from './masks.ts';

const draw = (mask: Mask) => [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => (mask(i, j) ? 'x' : '.')).join(''));

describe('a mask', () => {
  it.each([
    ['everything', everything, ['xxxx', 'xxxx', 'xxxx', 'xxxx']],
    ['causal', causal, ['x...', 'xx..', 'xxx.', 'xxxx']],
    ['neighbourhood(1)', neighbourhood(1), ['xx..', 'xxx.', '.xxx', '..xx']],
    ['slidingWindow(2)', slidingWindow(2), ['x...', 'xx..', '.xx.', '..xx']],
    ['blockMask', blockMask([[true], [false, true]], 2, 3), ['xxx.', 'xxx.', '...x', '...x']],
  ])('%s permits the pairs marked x', (_, mask, expected) => expect(draw(mask)).toEqual(expected));
});

describe('a sliding window', () => {
  it('shows every query at most w keys, the last ones, and is the causal mask once w reaches the length', () => {
    const seen = (mask: Mask, i: number) => Array.from({ length: 12 }, (_, j) => j).filter((j) => mask(i, j));
    for (let w = 1; w <= 12; w++) {
      for (let i = 0; i < 12; i++) expect(seen(slidingWindow(w), i)).toEqual(seen(causal, i).slice(-w));
    }
  });
});

describe('permitsAny', () => {
  it('finds a causal tile empty exactly where its first column lies right of its last row', () => {
    const start = fc.integer({ min: 0, max: 9 });
    const size = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(start, size, start, size, (i, rows, j, cols) => {
        const [tileRows, tileCols] = [
          { start: i, end: i + rows },
          { start: j, end: j + cols },
        ];
        expect(permitsAny(causal, tileRows, tileCols)).toBe(j <= i + rows - 1);
      }),
    );
  });
});
