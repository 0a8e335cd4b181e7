import { describe, expect, it } from 'vitest';
import { measure } from './model.ts';

const figure1 = measure({ psi: 7.5, Nd: 64, recipe: 'mixed-precision-adam', memory: 32 });

describe('the lab’s numbers', () => {
  it('are those of Fig. 1: 120, 31.4, 16.6, 1.9 GB', () => {
    expect(figure1.stages.map((s) => Number((s.total / 1e9).toFixed(1)))).toEqual([120, 31.4, 16.6, 1.9]);
  });

  it('count 2Ψ(N−1)/N elements sent per rank up to stage 2, and half as much again at stage 3', () => {
    expect(figure1.stages.map((s) => s.volume)).toEqual([1.5, 1.5, 1.5, 2.25]);
  });

  it('send nothing where there is one rank', () => {
    expect(measure({ psi: 1, Nd: 1, recipe: 'fp32-adam', memory: 80 }).stages.map((s) => s.volume)).toEqual([
      0, 0, 0, 0,
    ]);
  });

  it('call a stage fitting exactly when a model of that size is not larger than the largest', () => {
    for (const s of figure1.stages) expect(s.fits).toBe(s.largest >= 7.5e9);
  });
});
