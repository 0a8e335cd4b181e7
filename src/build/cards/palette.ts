import type { Colour } from './indexed-png.ts';

/** A colour as `#rrggbb`. */
export const colour = (hex: string): Colour => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as never;

/** Steps between the ground and an ink: the edges of letters are mixtures of both. */
const STEPS = 28;
/** Bits of each channel by which a colour is looked up. */
const BITS = 5;
const REST = 8 - BITS;

export interface Palette {
  colours: Colour[];
  /** The index of the palette's colour nearest to a pixel's. */
  indexOf(red: number, green: number, blue: number): number;
}

/** All that inks drawn on one ground can show: the ground, each ink, and the mixtures along letters' edges. */
export function paletteOf(ground: Colour, inks: readonly Colour[]): Palette {
  const mixtures = inks.flatMap((ink) =>
    Array.from({ length: STEPS }, (_, i) => mixture(ground, ink, (i + 1) / STEPS)),
  );
  const colours = [ground, ...mixtures];
  const nearest = new Uint8Array(1 << (3 * BITS));
  const middle = (bits: number) => (bits << REST) + (1 << (REST - 1));
  const low = (1 << BITS) - 1;
  nearest.forEach((_, key) => {
    nearest[key] = nearestTo(colours, [middle(key >> (2 * BITS)), middle((key >> BITS) & low), middle(key & low)]);
  });
  // The inks and the ground themselves are met exactly, whatever else falls into their cells of the table.
  const keyOf = (red: number, green: number, blue: number) =>
    ((red >> REST) << (2 * BITS)) | ((green >> REST) << BITS) | (blue >> REST);
  for (const exact of [...inks, ground]) nearest[keyOf(...exact)] = colours.findIndex((c) => distance(c, exact) === 0);
  return { colours, indexOf: (red, green, blue) => nearest[keyOf(red, green, blue)]! };
}

const mixture = (from: Colour, to: Colour, share: number): Colour =>
  from.map((value, i) => Math.round(value + (to[i]! - value) * share)) as never;

const distance = (a: Colour, b: Colour) => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;

function nearestTo(colours: readonly Colour[], wanted: Colour): number {
  let best = 0;
  for (let i = 1; i < colours.length; i++)
    if (distance(colours[i]!, wanted) < distance(colours[best]!, wanted)) best = i;
  return best;
}
