import type { VNode } from 'preact';
import { Axes } from './Axes.tsx';
import { clip } from './clip.ts';
import { polyline, shorten } from './curve.ts';
import { formatSI } from './format.ts';
import { fontSize, round, type Frame, type Point, type Rect } from './frame.ts';
import { Label } from './Label.tsx';
import { markerPath, markers, type Marker } from './markers.ts';
import { colourOf, line, muted, surface, textOf, type Kind } from './palette.ts';
import { placeLabels } from './placement.ts';
import { layPlot, type AxisOptions, type Plot } from './plot.ts';
import type { Interval } from './scale.ts';
import { textWidth } from './text.ts';

export interface Roof {
  /** FLOP/s. */
  peak: number;
  /** Bytes/s. */
  bandwidth: number;
  /** Along the flat part: the device and its peak. */
  label?: string;
  /** Along the slope: the memory and its bandwidth. */
  slopeLabel?: string;
  kind?: Kind;
}

export interface RooflinePoint {
  label: string;
  /** FLOPs per byte. */
  intensity: number;
  /** FLOP/s. */
  performance: number;
  kind: Kind;
  marker?: Marker;
}

export interface RooflineProps extends Frame {
  roofs: readonly Roof[];
  points: readonly RooflinePoint[];
  xAxis?: AxisOptions | undefined;
  yAxis?: AxisOptions | undefined;
  /** How the ridge is labelled on its foot, given its intensity. */
  ridgeLabel?: ((intensity: number) => string) | undefined;
}

/** What a device reaches at an arithmetic intensity: min(peak, intensity × bandwidth) (Williams et al. 2009). */
export const attainable = ({ peak, bandwidth }: Roof, intensity: number): number =>
  Math.min(peak, intensity * bandwidth);

/** The intensity, in FLOPs per byte, from which a device is bound by compute. */
export const ridge = ({ peak, bandwidth }: Roof): number => peak / bandwidth;

/** The roofline model on log-log axes: roofs, the foot of each ridge, labelled kernels under their roof. */
export function Roofline(props: RooflineProps): VNode {
  const { roofs, points, ridgeLabel } = props;
  const { xAxis, yAxis } = logarithmic(props);
  const xDomain = xAxis.domain ?? intensities(props);
  const yDomain = yAxis.domain ?? performances(props, xDomain);
  const plot = layPlot({ ...props, xAxis, yAxis, xDomain, yDomain, right: 8, top: 10 });
  return (
    <g>
      <Axes plot={plot} xAxis={xAxis} yAxis={yAxis} />
      {roofs.map((roof, i) => (
        <RoofMark key={i} roof={roof} plot={plot} ridgeLabel={ridgeLabel?.(ridge(roof))} />
      ))}
      <Points points={points} plot={plot} obstacles={obstaclesOf(roofs, plot)} />
    </g>
  );
}

function logarithmic({ xAxis, yAxis }: RooflineProps): { xAxis: AxisOptions; yAxis: AxisOptions } {
  return { xAxis: { scale: 'log', format: formatSI, ...xAxis }, yAxis: { scale: 'log', format: formatSI, ...yAxis } };
}

/** From half the least intensity of a point or ridge to four times the greatest. */
function intensities({ roofs, points }: RooflineProps): Interval {
  const all = [...roofs.map(ridge), ...points.map((point) => point.intensity)];
  return [Math.min(...all) / 2, Math.max(...all) * 4];
}

function performances({ roofs, points }: RooflineProps, [low]: Interval): Interval {
  const lows = [...roofs.map((roof) => attainable(roof, low)), ...points.map((point) => point.performance)];
  return [Math.min(...lows) / 1.5, Math.max(...roofs.map((roof) => roof.peak)) * 1.8];
}

/** A roof in figure units: its visible line, its corner, and where its slope begins to be seen. */
function shapeOf(roof: Roof, { across, up, box }: Plot): { edge: Point[]; corner: Point; start: Point } {
  const [low, high] = across.domain;
  const place = (intensity: number): Point => [across.at(intensity), up.at(attainable(roof, intensity))];
  const corner = place(ridge(roof));
  const edge = clip([place(low), corner, place(high)], box)[0] ?? [];
  return { edge, corner, start: edge[0] ?? corner };
}

function RoofMark({ roof, plot, ridgeLabel }: { roof: Roof; plot: Plot; ridgeLabel: string | undefined }): VNode {
  const { box } = plot;
  const { label, slopeLabel, kind = 'ink' } = roof;
  const { edge, corner, start } = shapeOf(roof, plot);
  const angle = (Math.atan2(corner[1] - start[1], corner[0] - start[0]) * 180) / Math.PI;
  return (
    <g>
      <path
        data-part="roof"
        d={polyline(edge)}
        stroke={colourOf(kind)}
        stroke-width={2}
        stroke-linejoin="round"
        fill="none"
      />
      <path
        data-part="ridge"
        d={polyline([corner, [corner[0], box.y + box.height]])}
        stroke={ridgeLabel === undefined ? line : muted}
        stroke-dasharray="2 3"
        fill="none"
      />
      {ridgeLabel !== undefined && (
        <Label
          x={corner[0] + 6}
          y={box.y + box.height - 12}
          text={ridgeLabel}
          size={fontSize.small}
          colour={muted}
          halo
        />
      )}
      {label !== undefined && (
        <Label
          x={box.x + box.width}
          y={corner[1] - 11}
          text={label}
          size={fontSize.small}
          anchor="end"
          colour={textOf(kind)}
        />
      )}
      {slopeLabel !== undefined && (
        <SlopeLabel text={slopeLabel} start={start} end={corner} angle={angle} colour={textOf(kind)} />
      )}
    </g>
  );
}

/** Text along the lower half of the slope, on its upper side. */
function SlopeLabel({ text, start, end, angle, colour }: { text: string; start: Point; end: Point; angle: number; colour: string }) {
  const [x, y] = slopeLabelAt(start, end);
  const turn = (angle * Math.PI) / 180;
  const [px, py] = [x + 11 * Math.sin(turn), y - 11 * Math.cos(turn)];
  return <Label x={px} y={py} text={text} size={fontSize.small} anchor="middle" colour={colour} rotate={round(angle)} />;
}

const slopeLabelAt = (start: Point, end: Point): Point => [start[0] * 0.66 + end[0] * 0.34, start[1] * 0.66 + end[1] * 0.34];

/** What labels of points keep clear of: a chain of small squares along each roof and, wider, along its slope's label. */
function obstaclesOf(roofs: readonly Roof[], plot: Plot): Rect[] {
  const square = ([x, y]: Point, side: number): Rect => ({ x: x - side / 2, y: y - side / 2, width: side, height: side });
  return roofs.flatMap((roof) => {
    const { edge, corner, start } = shapeOf(roof, plot);
    const length = Math.hypot(corner[0] - start[0], corner[1] - start[1]);
    const along = edge.slice(1).flatMap((end, i) => {
      const from = edge[i]!;
      return Array.from({ length: 60 }, (_, k) => shorten(from, end, (k / 60) * Math.hypot(end[0] - from[0], end[1] - from[1])));
    });
    const half = roof.slopeLabel === undefined ? 0 : textWidth(roof.slopeLabel, fontSize.small) / 2;
    const labelled = (p: Point) => Math.abs(Math.hypot(p[0] - start[0], p[1] - start[1]) - length * 0.34) < half && p[0] < corner[0];
    return along.flatMap((p) => (labelled(p) ? [square(p, 4), square([p[0] - 5, p[1] - 10], 16)] : [square(p, 4)]));
  });
}

interface PointsProps {
  points: readonly RooflinePoint[];
  plot: Plot;
  obstacles: readonly Rect[];
}

function Points({ points, plot: { across, up, box }, obstacles }: PointsProps): VNode {
  const placed = points.map(({ intensity, performance }): Point => [across.at(intensity), up.at(performance)]);
  const labels = placeLabels(
    placed,
    points.map(({ label }) => textWidth(label)),
    18,
    box,
    obstacles,
  );
  return (
    <g>
      {points.map(({ label, kind, marker }, i) => (
        <g key={i} data-point={label}>
          <path
            d={markerPath(marker ?? markers[i % markers.length]!, placed[i]!, 5)}
            fill={colourOf(kind)}
            stroke={surface}
            stroke-width={1.25}
            paint-order="stroke"
          />
          <Label
            x={labels[i]!.at[0]}
            y={labels[i]!.at[1]}
            text={label}
            anchor={labels[i]!.anchor}
            colour={textOf(kind)}
            halo
          />
        </g>
      ))}
    </g>
  );
}
