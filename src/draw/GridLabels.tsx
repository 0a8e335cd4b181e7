import type { VNode } from 'preact';
import { fontSize } from './frame.ts';
import type { GridLayout, GridShape } from './grid-layout.ts';
import { Label } from './Label.tsx';
import { muted, textOf, type Kind } from './palette.ts';

export interface GridLabelsProps extends GridShape {
  layout: GridLayout;
  rowKind?: Kind | undefined;
  columnKind?: Kind | undefined;
}

/** The names of a grid's rows and columns, and of what rows and columns are. */
export function GridLabels(props: GridLabelsProps): VNode {
  const { layout, rowLabels = [], columnLabels = [], rowTitle, columnTitle, rowKind, columnKind } = props;
  const { left, top, cellWidth, cellHeight } = layout;
  const size = fontSize.small;
  const rowColour = rowKind === undefined ? muted : textOf(rowKind);
  const columnColour = columnKind === undefined ? muted : textOf(columnKind);
  return (
    <g>
      {rowTitle !== undefined && (
        <Label x={left - 8} y={top - 14} text={rowTitle} size={size} anchor="end" colour={rowColour} />
      )}
      {columnTitle !== undefined && (
        <Label
          x={left + (layout.columns * cellWidth) / 2}
          y={top - columnTitleRise(props)}
          text={columnTitle}
          size={size}
          anchor="middle"
          colour={columnColour}
        />
      )}
      {rowLabels.map((label, i) => (
        <Label key={i} x={left - 8} y={top + (i + 0.5) * cellHeight} text={label} anchor="end" />
      ))}
      {columnLabels.map((label, j) => (
        <ColumnLabel key={j} label={label} stance={layout.columnLabels} x={left + (j + 0.5) * cellWidth} y={top - 4} />
      ))}
    </g>
  );
}

/** How far the column title's middle stands above the cells: over the column labels. */
const columnTitleRise = ({ layout, y = 0 }: GridLabelsProps): number => layout.top - y - 10;

function ColumnLabel({
  label,
  stance,
  x,
  y,
}: {
  label: string;
  stance: GridLayout['columnLabels'];
  x: number;
  y: number;
}) {
  if (stance === 'slanted') return <Label x={x} y={y - 4} text={label} rotate={-50} />;
  const text = stance === 'stacked' ? [...label].join('\n') : label;
  return <Label x={x} y={y} text={text} anchor="middle" align="bottom" />;
}
