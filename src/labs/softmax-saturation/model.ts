import { softmax } from '#mechanisms/attention/softmax.ts';
import { growingScores, saturation } from '#mechanisms/attention/variance.ts';

export const widths = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512] as const;
export const rows = 64;
export const keys = 8;

/** The factor τ put on a score of width d_k. */
export const scalings = {
  none: () => 1,
  root: (dk: number) => 1 / Math.sqrt(dk),
  full: (dk: number) => 1 / dk,
} as const;
export type Scaling = keyof typeof scalings;
export const scalingNames = Object.keys(scalings) as Scaling[];

const perScaling = <T>(f: (scaling: Scaling) => T) =>
  Object.fromEntries(scalingNames.map((name) => [name, f(name)])) as Record<Scaling, T>;

const scores = growingScores(widths, { keys, rows, seed: 1 });

/** What each scaling makes of all rows, at each width. */
export const curves = widths.map((dk, w) => ({
  dk,
  ...perScaling((name) => saturation(scores[w]!, scalings[name](dk))),
}));

/** One row of scores at a width, its softmax under each scaling, and the averages over all rows. */
export function run({ dk, sample }: { dk: number; sample: number }) {
  const w = Math.max(
    0,
    widths.findIndex((width) => width === dk),
  );
  const row = scores[w]!.row(sample - 1);
  const weights = perScaling((name) => softmax(row.map((score) => score * scalings[name](dk))));
  return { row, weights, averages: curves[w]! };
}

export type Run = ReturnType<typeof run>;
