import { describe, expect, it } from 'vitest';
import { systolicCycles } from './systolic-array.ts';

const ARRAY = { rows: 16, cols: 16, macs: 1 };

describe('systolicCycles', () => {
  it.each([
    [16, 16, 32, 61],
    [16, 16, 64, 93],
    [16, 16, 128, 157],
    [16, 16, 256, 285],
    [16, 16, 512, 541],
  ])('agrees within a cycle with SCALE-Sim on a single fold, %i×%i×%i in %i cycles', (m, n, k, cycles) => {
    expect(Math.abs(systolicCycles(ARRAY, { m, n, k }) - cycles)).toBeLessThanOrEqual(1);
  });

  it('equals a cell-by-cell simulation of skewed operands', () => {
    const [rows, cols, k] = [3, 5, 7];
    let last = 0;
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < cols; j++) for (let t = 0; t < k; t++) last = Math.max(last, i + j + t);
    expect(systolicCycles({ rows, cols, macs: 1 }, { m: rows, n: cols, k })).toBe(last + 1);
  });

  it('takes as long for a partly filled array as for a full one', () => {
    expect(systolicCycles(ARRAY, { m: 1, n: 16, k: 128 })).toBe(systolicCycles(ARRAY, { m: 16, n: 16, k: 128 }));
    expect(systolicCycles(ARRAY, { m: 17, n: 16, k: 128 })).toBe(2 * 128 + 30);
  });

  it('gains nothing from a larger array where the product does not fill it: the skew grows', () => {
    const wide = { rows: 128, cols: 128, macs: 1 };
    const small = { m: 8, n: 16, k: 128 };
    expect(systolicCycles(wide, small)).toBeGreaterThan(systolicCycles(ARRAY, small));
  });

  it('reaches the 98–99 % that the authors assume for large tiles', () => {
    const ideal = (128 * 128 * 64) / 256;
    expect(ideal / systolicCycles(ARRAY, { m: 128, n: 128, k: 64 })).toBeGreaterThan(0.98);
  });
});
