import { describe, expect, it } from 'vitest';
import { A100 } from './presets.ts';
import { rowOperatorTime } from './row-operators.ts';
import type { RowOperator } from './operators.ts';

const softmax = (rows: number, cols: number): RowOperator => ({ kind: 'softmax', name: 'Softmax', rows, cols });

describe('rowOperatorTime', () => {
  it('worked by hand: reading, 112 FLOPs an element and writing follow each other in a softmax', () => {
    const [rows, cols] = [108, 1000];
    const once = rows * cols * 2;
    const compute = (1000 * 112) / 512 / A100.frequency; // one row on each core
    const expected = (2 * once) / A100.memoryBandwidth + (2 * once) / (5120 * A100.frequency) + compute;
    expect(rowOperatorTime(A100, softmax(rows, cols), 2)).toBeCloseTo(expected, 12);
  });

  it('waits for the busiest core: 109 rows on 108 cores compute as long as 216', () => {
    const quick = { ...A100, memoryBandwidth: Infinity, globalBandwidth: Infinity };
    expect(rowOperatorTime(quick, softmax(109, 64), 2)).toBe(rowOperatorTime(quick, softmax(216, 64), 2));
    expect(rowOperatorTime(quick, softmax(108, 64), 2)).toBe(rowOperatorTime(quick, softmax(216, 64), 2) / 2);
  });
});
