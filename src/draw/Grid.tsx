import type { VNode } from 'preact';
import { fixed, type Format } from './format.ts';
import { fontSize, round, type Rect } from './frame.ts';
import { gridLayout, type GridLayout, type GridShape } from './grid-layout.ts';
import { GridLabels } from './GridLabels.tsx';
import { Label } from './Label.tsx';
import { colourOf, heatOf, ink, muted, textOf, textOn, type Heat, type Kind, type RampName } from './palette.ts';
import { Hatch } from './Patterns.tsx';
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
const dense = 7;

/** A matrix as cells: heat or kind, number, mask, labels, outlined tiles. A `null` value leaves its cell empty. */
export function Grid(props: GridProps): VNode {
  const { values, masked, highlights = [], blocks } = props;
  const layout = gridLayout(props);
  const heat = heatBy(props);
  const write = writer(props, layout);
  return (
    <g>
      <GridLabels {...props} layout={layout} />
      {values.map((row, i) => (
        <g key={i}>
          {runs(row, (j) => (masked?.(i, j) ? 'masked' : heat(i, j)?.fill), layout).map(([fill, start, length]) => (
            <Cell key={start} fill={fill} {...rectOf(layout, i, start, 1, length)} />
          ))}
        </g>
      ))}
      {write !== undefined &&
        values.map((row, i) =>
          row.map((_, j) => {
            const text = masked?.(i, j) ? undefined : write(i, j);
            if (text === undefined) return null;
            const { x, y, width, height } = rectOf(layout, i, j);
            const colour = heat(i, j)?.text ?? ink;
            return (
              <Label
                key={j}
                x={x + width / 2}
                y={y + height / 2}
                text={text}
                size={fontSize.small}
                anchor="middle"
                colour={colour}
              />
            );
          }),
        )}
      {blocks && <path data-part="blocks" d={boundaries(layout, blocks)} stroke={muted} fill="none" />}
      {highlights.map((highlight, i) => (
        <Outline key={i} layout={layout} highlight={highlight} />
      ))}
    </g>
  );
}

function rectOf(layout: GridLayout, row: number, column: number, rows = 1, columns = 1): Rect {
  const { left, top, cellWidth, cellHeight } = layout;
  return {
    x: left + column * cellWidth,
    y: top + row * cellHeight,
    width: columns * cellWidth,
    height: rows * cellHeight,
  };
}

/** Stretches of cells to draw as one: single cells, or equal neighbours in a dense grid. Empty cells are left out. */
function runs(
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

function Cell({ fill, x, y, width, height }: Rect & { fill: string }): VNode {
  const gap = Math.min(width, height) < dense ? 0 : 1;
  const area = { x: x + gap / 2, y: y + gap / 2, width: width - gap, height: height - gap };
  if (fill === 'masked') return <Hatch name="masked" {...area} />;
  return (
    <rect
      data-part="cell"
      x={round(area.x)}
      y={round(area.y)}
      width={round(area.width)}
      height={round(area.height)}
      fill={fill}
      {...(gap === 0 && { 'shape-rendering': 'crispEdges' })}
    />
  );
}

/** The fill and text colour of each cell: its kind's, else its value's on the ramp. */
function heatBy({ values, ramp = 'sequential', domain = domainOf(values, ramp), kindOf }: GridProps) {
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
function writer({ values, digits, format, cellLabel }: GridProps, { cellWidth, cellHeight }: GridLayout) {
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

function boundaries(layout: GridLayout, { rows, columns }: { rows?: number; columns?: number }): string {
  const { x, y, width, height } = rectOf(layout, 0, 0, layout.rows, layout.columns);
  const multiples = (step: number | undefined, count: number) =>
    step === undefined ? [] : Array.from({ length: Math.ceil(count / step) - 1 }, (_, i) => (i + 1) * step);
  const across = multiples(rows, layout.rows).map((i) => y + i * layout.cellHeight);
  const down = multiples(columns, layout.columns).map((j) => x + j * layout.cellWidth);
  return [
    ...across.map((at) => `M${round(x)} ${round(at)}L${round(x + width)} ${round(at)}`),
    ...down.map((at) => `M${round(at)} ${round(y)}L${round(at)} ${round(y + height)}`),
  ].join('');
}

function Outline({ layout, highlight }: { layout: GridLayout; highlight: Highlight }): VNode {
  const { row, column, rows = 1, columns = 1, kind = 'accent', label } = highlight;
  const { x, y, width, height } = rectOf(layout, row, column, rows, columns);
  return (
    <g>
      <rect
        data-part="highlight"
        x={round(x)}
        y={round(y)}
        width={round(width)}
        height={round(height)}
        fill="none"
        stroke={colourOf(kind)}
        stroke-width={2}
      />
      {label !== undefined && (
        <Label x={x + width + 6} y={y + height / 2} text={label} size={fontSize.small} colour={textOf(kind)} halo />
      )}
    </g>
  );
}
