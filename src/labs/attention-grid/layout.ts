import { fixed, formatNumber } from '#draw/format.ts';
import { words } from '#figures/attention-is-all-you-need/words.zh.ts';

/** Where things stand in the lab's picture, in figure units, and how its cells look. */
export const n = words.length;
/** Components of a vector. */
export const vector = { width: 36, height: 27 } as const;
/** Cells of the whole matrix: three decimals with air around them. */
export const wide = { width: 42, height: 31 } as const;
/** Left edges of K, of the four columns of the row, and of V. */
export const left = { K: 62, steps: [212, 280, 348, 416], V: 500 } as const;
export const stepWidth = 58;
export const top = 92;
export const bottom = top + n * vector.height;
export const matrixTop = bottom + 108;
export const height = matrixTop + n * wide.height + 4;

/** Whole numbers as they are, others to one decimal. */
export const short = (value: number): string => (Number.isInteger(value) ? formatNumber(value) : fixed(1)(value));

/** Ramps by step: scores of these heads reach 16, scaled ones 8, weights 1. */
export const looks = [
  { ramp: 'diverging', domain: [-16, 16], format: short },
  { ramp: 'diverging', domain: [-8, 8], format: short },
  { ramp: 'diverging', domain: [-8, 8], format: short },
  { ramp: 'sequential', domain: [0, 1], format: fixed(3) },
] as const;
