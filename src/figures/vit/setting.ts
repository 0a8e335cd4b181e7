/** What this page's figures and text compute: a small drawn image, ViT's sizes and costs, and numbers of the paper's tables. */
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { cutPatches, embedPatches, type Image } from '#mechanisms/vision/patches.ts';
import { resizePositions } from '#mechanisms/vision/resize-positions.ts';
import { drawEncoder, encode, withClassToken } from '#mechanisms/vision/vit-encoder.ts';
import { patchCount, vit, vitMultiplications, vitParameters } from '#mechanisms/vision/vit-size.ts';

/** A sun over a hill, 24×24 grey pixels. */
const SIDE = 24;
export const image: Image = {
  height: SIDE,
  width: SIDE,
  channels: 1,
  at: (y, x) => {
    const sun = Math.hypot(y - 6.5, x - 16.5) < 4.2 ? 1 : 0;
    const hill = 15 + 4 * Math.cos((x - 7) / 4);
    return Math.max(sun, y > hill ? 0.55 + 0.02 * (y - hill) : 0.06);
  },
};
export const P = 6;
export const perSide = SIDE / P;
export const pixels = Array.from({ length: SIDE }, (_, y) => Array.from({ length: SIDE }, (_, x) => image.at(y, x, 0)));
const cut = cutPatches(image, P);
export const patches = cut.toRows().map((row) => Array.from({ length: P }, (_, i) => row.slice(i * P, (i + 1) * P)));

/** The image and a shuffle of its patches through a tiny encoder, with and without positions: how far the class token moves. */
const D = 16;
const { normal } = createRandom(4);
const draw = (rows: number, size = 1) => Matrix.from(rows, D, () => normal() * size);
const tokens = embedPatches(
  image,
  Matrix.from(P * P, D, () => normal() / P),
  P,
);
const [classToken, positions] = [draw(1).row(0), draw(tokens.rows + 1)];
const encoder = drawEncoder(2, D, 2, 9);
export const order = [10, 3, 14, 6, 0, 12, 9, 1, 15, 4, 7, 13, 2, 8, 5, 11];
const mixed = Matrix.of(order.map((n) => tokens.row(n)));
const moves = (added?: Matrix) => {
  const [before, after] = [tokens, mixed].map((rows) =>
    encode(withClassToken(rows, classToken, added), encoder).row(0),
  );
  return Math.max(...before!.map((value, c) => Math.abs(value - after![c]!)));
};
export const moved = { without: moves(), withPositions: moves(positions) };

export const counts = {
  pixels: 224 * 224,
  base: patchCount(vit['B/16']),
  huge: patchCount(vit['H/14']),
  fineTuned: patchCount({ side: 384, P: 16 }),
};
export const parameters = {
  base: vitParameters(vit['B/16']),
  large16: vitParameters(vit['L/16'], 1000),
  large32: vitParameters(vit['L/32'], 1000),
  huge: vitParameters(vit['H/14'], 1000),
};
export const millions = (n: number): string => (n / 1e6).toFixed(1);

/** Operations of B by the side of its patches. */
const sides = [4, 7, 8, 14, 16, 28, 32, 56];
export const costs = sides.map((P) => ({ P, ...vitMultiplications({ ...vit['B/16'], P }) }));
const costAt = (P: number, side = 224) => vitMultiplications({ ...vit['B/16'], P, side });
export const base = costAt(16);
export const total = ({ linear, quadratic }: { linear: number; quadratic: number }): number => linear + quadratic;
export const halved = total(costAt(8)) / total(base);
export const sharper = total(costAt(16, 384)) / total(base);
/** Tokens at which scores cost as much as weights: n = 6D. */
export const crossing = 6 * vit['B/16'].D;

/** A position embedding for the worked example: one number each on a 2×2 grid, made 3×3. */
export const grown = resizePositions(Matrix.of([[0], [10], [20], [30]]), 2, 3).col(0);

/** Table 5: ImageNet accuracy after fine-tuning at 384 pixels, by what was seen before; images in millions. */
export const hunger = {
  images: [1.3, 14, 303],
  'B/16': [77.91, 83.97, 84.15],
  'L/16': [76.53, 85.15, 87.12],
} as const;
