import type { VNode } from 'preact';
import { fontSize, round, type Rect } from './frame.ts';
import { dense, heatBy, runs, writer, type GridProps, type Highlight } from './grid-cells.ts';
import { gridLayout, type GridLayout } from './grid-layout.ts';
import { GridLabels } from './GridLabels.tsx';
import { Label } from './Label.tsx';
import { colourOf, ink, muted, textOf } from './palette.ts';
import { Hatch } from './Patterns.tsx';

export type { GridProps, Highlight } from './grid-cells.ts';
export { gridSize } from './grid-layout.ts';

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
