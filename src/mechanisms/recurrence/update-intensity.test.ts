import { describe, expect, it } from 'vitest';
import { intensity, ridgePoint } from '../hardware/roofline.ts';
import { matrixUnit, treeThroughHbm, updateOnChip, updateThroughHbm, vectorUnit } from './update-intensity.ts';

describe('the elementwise update', () => {
  it('does 0.75 FLOPs a byte in bfloat16, as §4.2 counts', () => expect(intensity(updateThroughHbm())).toBe(0.75));

  it('does 1 FLOP a byte once the state stays on chip', () => expect(intensity(updateOnChip())).toBe(1));

  it('stays far below what the vector unit could do: 4.2 FLOPs a byte (Table 3)', () => {
    expect(ridgePoint(vectorUnit)).toBeCloseTo(4.2, 1);
    expect(intensity(updateOnChip())).toBeLessThan(ridgePoint(vectorUnit) / 4);
  });

  it('the matrix unit needs about 136 FLOPs a byte (Table 3)', () => {
    expect(Math.floor(ridgePoint(matrixUnit))).toBe(136);
  });
});

describe('a tree scan whose levels pass through HBM', () => {
  it('costs 11 merges for 8 tokens, counted by hand: six numbers moved and three FLOPs each', () => {
    expect(treeThroughHbm(8)).toEqual({ flops: (3 * 11) / 8, bytes: (6 * 2 * 11) / 8 });
  });

  it('moves about four times the bytes of the linear scan and does no fewer FLOPs than its a·h + b', () => {
    const tree = treeThroughHbm(2048);
    expect(tree.bytes / updateOnChip().bytes).toBeCloseTo(4, 1);
    expect(tree.flops).toBeGreaterThan(2);
  });
});
