import type { AffineStep } from '#mechanisms/recurrence/affine-recurrence.ts';
import type { StateSpaceModel } from '#mechanisms/recurrence/state-space-model.ts';

/** A time-invariant model of small numbers: at Δ = ln 2, A = −1, B = 2, C = 1 it has Ā = 1/2 and B̄ = 1. */
export const tail: StateSpaceModel = { delta: Math.LN2, A: [-1], B: [2], C: [1] };

/** Inputs of 8, 4 and 8 at tokens 1, 4 and 6 of eight. */
export const impulses = [
  { name: '第 1 个输入 8 的尾巴', x: [8, 0, 0, 0, 0, 0, 0, 0] },
  { name: '第 4 个输入 4 的尾巴', x: [0, 0, 0, 4, 0, 0, 0, 0] },
  { name: '第 6 个输入 8 的尾巴', x: [0, 0, 0, 0, 0, 8, 0, 0] },
] as const;

/**
 * Eight steps h ↦ a·h + b of a selective recurrence with gates 1 (write), 0 (skip) and 1/2, and with a = 1 − g, b = g·x
 * by Theorem 1, for the inputs 4, ·, ·, 8, 2, ·, 5, ·.
 */
export const steps: readonly AffineStep[] = [
  { g: 1, x: 4 },
  { g: 0, x: 0 },
  { g: 0, x: 0 },
  { g: 1 / 2, x: 8 },
  { g: 1 / 2, x: 2 },
  { g: 0, x: 0 },
  { g: 1, x: 5 },
  { g: 0, x: 0 },
].map(({ g, x }) => ({ a: 1 - g, b: g * x }));
