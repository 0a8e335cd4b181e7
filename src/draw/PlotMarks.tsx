import type { VNode } from 'preact';
import { fontSize, round, type Point } from './frame.ts';
import { Label } from './Label.tsx';
import { markerPath, type Marker } from './markers.ts';
import { colourOf, muted, shade, surface, textOf, type Kind } from './palette.ts';
import type { Plot } from './plot.ts';

interface MarkersProps {
  plot: Plot;
  points: readonly Point[];
  marker: Marker;
  kind: Kind;
  radius?: number;
}

/** The points of a series that lie within the plot. */
export function Markers({ plot: { across, up, box }, points, marker, kind, radius }: MarkersProps): VNode {
  const placed = points.map(([x, y]): Point => [across.at(x), up.at(y)]);
  const inside = placed.filter(
    ([x, y]) => x >= box.x - 0.5 && x <= box.x + box.width + 0.5 && y >= box.y - 0.5 && y <= box.y + box.height + 0.5,
  );
  return (
    <path
      data-part="markers"
      d={inside.map((point) => markerPath(marker, point, radius)).join('')}
      fill={colourOf(kind)}
      stroke={surface}
      stroke-width={1.25}
      paint-order="stroke"
    />
  );
}

interface ReferenceProps {
  plot: Plot;
  axis: 'x' | 'y';
  value: number;
  label?: string;
  kind?: Kind;
  solid?: boolean;
}

/** A line across the plot at one value of an axis. */
export function Reference({
  plot: { box, across, up },
  axis,
  value,
  label,
  kind = 'muted',
  solid = false,
}: ReferenceProps): VNode {
  const at = round(axis === 'x' ? across.at(value) : up.at(value));
  const d =
    axis === 'x'
      ? `M${at} ${round(box.y)}L${at} ${round(box.y + box.height)}`
      : `M${round(box.x)} ${at}L${round(box.x + box.width)} ${at}`;
  const [x, y] = axis === 'x' ? [at + 5, box.y + 9] : [box.x + 6, at - 9];
  return (
    <g>
      <path
        data-part="reference"
        d={d}
        stroke={colourOf(kind)}
        fill="none"
        stroke-dasharray={solid ? undefined : '2 3'}
      />
      {label !== undefined && <Label x={x} y={y} text={label} size={fontSize.small} colour={textOf(kind)} halo />}
    </g>
  );
}

/** A shaded stretch of the x axis, from top to bottom of the plot. */
export function Region({
  plot: { box, across },
  from,
  to,
  label,
}: {
  plot: Plot;
  from: number;
  to: number;
  label?: string;
}): VNode {
  const start = Math.max(box.x, across.at(from));
  const end = Math.min(box.x + box.width, across.at(to));
  return (
    <g>
      <rect
        data-part="region"
        x={round(start)}
        y={round(box.y)}
        width={round(Math.max(0, end - start))}
        height={round(box.height)}
        fill={shade}
      />
      {label !== undefined && (
        <Label x={(start + end) / 2} y={box.y + 12} text={label} size={fontSize.small} anchor="middle" colour={muted} />
      )}
    </g>
  );
}
