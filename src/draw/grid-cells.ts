import { fixed, type Format } from './format.ts';
import { fontSize } from './frame.ts';
import type { GridLayout, GridShape } from './grid-layout.ts';
import { colourOf, heatOf, textOn, type Heat, type Kind, type RampName } from './palette.ts';
import { textWidth } from './text.ts';

/** A tile of cells to outline. */
export interface Highlight {
  row: number;
  column: number;
  rows?: number;
  columns?: number;
  kind?: Kind;
  label?: string;
}

export interface GridProps extends GridShape {
  ramp?: RampName | undefined;
  /** Values at the ends of the ramp; by default from 0 (or the least value) to the greatest, symmetric if diverging. */
  domain?: readonly [number, number] | undefined;
  /** Decimals of the numbers printed in cells; without it, or where cells are too small for legible type, none are. */
  digits?: number | undefined;
  /** Takes the place of `digits`. */
  format?: Format | undefined;
  /** Takes the place of the number in a cell. */
  cellLabel?: ((row: number, column: number) => string | undefined) | undefined;
  /** Gives a cell the colour of a kind in place of the ramp's. */
  kindOf?: ((row: number, column: number) => Kind | undefined) | undefined;
  /** Cells to hatch in place of their value. */
  masked?: ((row: number, column: number) => boolean) | undefined;
  highlights?: readonly Highlight[] | undefined;
  /** Draws a boundary after every so many rows and columns. */
  blocks?: { readonly rows?: number; readonly columns?: number } | undefined;
  rowKind?: Kind | undefined;
  columnKind?: Kind | undefined;
}

/** Below this side, cells are drawn without gaps and equal neighbours as one rectangle. */
export const dense = 7;

/** Stretches of cells to draw as one: single cells, or equal neighbours in a dense grid. Empty cells are left out. */
export function runs(
  row: readonly unknown[],
  fillOf: (j: number) => string | undefined,
  { cellWidth, cellHeight }: GridLayout,
) {
  const found: [fill: string, start: number, length: number][] = [];
  const merge = Math.min(cellWidth, cellHeight) < dense;
  row.forEach((_, j) => {
    const fill = fillOf(j);
    const last = found.at(-1);
    if (fill === undefined) return;
    if (merge && last && last[0] === fill && last[1] + last[2] === j) last[2] += 1;
    else found.push([fill, j, 1]);
  });
  return found;
}

/** The fill and text colour of each cell: its kind's, else its value's on the ramp. */
export function heatBy({ values, ramp = 'sequential', domain = domainOf(values, ramp), kindOf }: GridProps) {
  return (i: number, j: number): Heat | undefined => {
    const kind = kindOf?.(i, j);
    if (kind !== undefined) return { fill: colourOf(kind), text: textOn(kind) };
    const value = values[i]?.[j];
    return value === null || value === undefined ? undefined : heatOf(value, domain, ramp);
  };
}

function domainOf(values: GridProps['values'], ramp: RampName): readonly [number, number] {
  const finite = values.flat().filter((value): value is number => value !== null && Number.isFinite(value));
  const [low, high] = finite.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [0, 0]);
  const reach = Math.max(-low, high);
  return ramp === 'diverging' ? [-reach, reach] : [low, high];
}

/** What to print in cells, or nothing when not asked for or when the longest text does not fit a cell. */
export function writer({ values, digits, format, cellLabel }: GridProps, { cellWidth, cellHeight }: GridLayout) {
  const print = format ?? (digits === undefined ? undefined : fixed(digits));
  if (!print && !cellLabel) return undefined;
  const text = (i: number, j: number): string | undefined => {
    const value = values[i]?.[j];
    return cellLabel?.(i, j) ?? (print && value !== null && value !== undefined ? print(value) : undefined);
  };
  const widest = Math.max(
    0,
    ...values.flatMap((row, i) => row.map((_, j) => textWidth(text(i, j) ?? '', fontSize.small))),
  );
  return widest <= cellWidth - 1 && fontSize.small <= cellHeight ? text : undefined;
}
