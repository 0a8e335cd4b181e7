import { additiveScore, rotaryScore, rotate } from '#mechanisms/attention/rotary-positions.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';

/** A head of width 2: one pair, turned by 1 radian a position. */
export const q = [2, 1] as const;
export const k = [1, 3] as const;
/** Three places for the pair of tokens: the first two are equally far apart. */
export const places = [
  { m: 0, n: 2 },
  { m: 3, n: 5 },
  { m: 3, n: 8 },
] as const;
export const turned = places.map(({ m, n }) => ({
  m,
  n,
  q: rotate(q, m),
  k: rotate(k, n),
  score: rotaryScore(q, m, k, n),
}));

/** Scores of one and the same query and key of width 8 at all pairs of twelve positions. */
const width = 8;
const { normal } = createRandom(24);
const draw = () => Array.from({ length: width }, () => normal());
const [query, key] = [draw(), draw()];
export const positions = 12;
const table = (score: typeof rotaryScore) =>
  Array.from({ length: positions }, (_, m) => Array.from({ length: positions }, (_, n) => score(query, m, key, n)));
export const scores = { additive: table(additiveScore), rotary: table(rotaryScore) };
