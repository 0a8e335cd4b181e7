/** A point in figure units: x to the right, y downwards. */
export type Point = readonly [x: number, y: number];

/**
 * The rectangle that an instrument fills, in figure units. One unit is one CSS pixel when a figure of the default width
 * stands in the text column.
 */
export interface Frame {
  readonly x?: number | undefined;
  readonly y?: number | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The width of the text column: figures drawn to it keep their type size. */
export const columnWidth = 646;

/** Sizes of type in figure units; nothing is set smaller than `small`. */
export const fontSize = { small: 12, base: 13, large: 15 } as const;

/** A coordinate as it is written into the picture: hundredths of a unit are beyond sight. */
export const round = (value: number): number => Math.round(value * 100) / 100 + 0;

export const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
