import { describe, expect, it } from 'vitest';
import { curves, run } from './model.ts';

describe('the lab’s first frame', () => {
  it('shows one key with nearly all weight unscaled, and none with more than two thirds once divided by √d_k', () => {
    const { weights } = run({ dk: 64, sample: 4 });
    expect(Math.max(...weights.none)).toBeGreaterThan(0.95);
    expect(Math.max(...weights.root)).toBeLessThan(2 / 3);
  });
});

describe('the curves', () => {
  it('coincide at d_k = 1, where there is nothing to divide by', () => {
    const [first] = curves;
    expect(first!.none).toEqual(first!.root);
    expect(first!.none).toEqual(first!.full);
  });

  it('fall to one key unscaled, stay level divided by √d_k, and rise to the uniform ln 8 divided by d_k', () => {
    const [first, last] = [curves[0]!, curves.at(-1)!];
    expect(last.none.entropy).toBeLessThan(first.none.entropy / 10);
    expect(Math.abs(last.root.entropy - first.root.entropy)).toBeLessThan(0.15);
    expect(last.full.entropy).toBeCloseTo(Math.log(8), 2);
  });
});
