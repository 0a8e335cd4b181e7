import { clip } from './clip.ts';
import { shorten } from './curve.ts';
import { fontSize, type Frame, type Point, type Rect } from './frame.ts';
import type { Marker } from './markers.ts';
import type { Kind } from './palette.ts';
import type { AxisOptions, Plot } from './plot.ts';
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

/** From half the least intensity of a point or ridge to four times the greatest. */
export function intensities({ roofs, points }: RooflineProps): Interval {
  const all = [...roofs.map(ridge), ...points.map((point) => point.intensity)];
  return [Math.min(...all) / 2, Math.max(...all) * 4];
}

/** From below the lowest point or roof to above the highest peak. */
export function performances({ roofs, points }: RooflineProps, [low]: Interval): Interval {
  const lows = [...roofs.map((roof) => attainable(roof, low)), ...points.map((point) => point.performance)];
  return [Math.min(...lows) / 1.5, Math.max(...roofs.map((roof) => roof.peak)) * 1.8];
}

/** A roof in figure units: its visible line, its corner, and where its slope begins to be seen. */
export function shapeOf(roof: Roof, { across, up, box }: Plot): { edge: Point[]; corner: Point; start: Point } {
  const [low, high] = across.domain;
  const place = (intensity: number): Point => [across.at(intensity), up.at(attainable(roof, intensity))];
  const corner = place(ridge(roof));
  const edge = clip([place(low), corner, place(high)], box)[0] ?? [];
  return { edge, corner, start: edge[0] ?? corner };
}

/** Where the middle of a slope's label stands: low, where fewer points are. */
export const slopeLabelAt = (start: Point, end: Point): Point => [
  start[0] * 0.66 + end[0] * 0.34,
  start[1] * 0.66 + end[1] * 0.34,
];

/** Where the middle of a roof's label stands above its flat part, which it ends with. */
export const roofLabelAt = (corner: Point, { box }: Plot): Point => [box.x + box.width, corner[1] - 11];

function roofLabelArea({ label }: Roof, corner: Point, plot: Plot): Rect[] {
  if (label === undefined) return [];
  const [right, middle] = roofLabelAt(corner, plot);
  const width = textWidth(label, fontSize.small);
  return [{ x: right - width, y: middle - 8, width, height: 16 }];
}

/** What labels of points keep clear of: a chain of small squares along each roof, its label and, wider, its slope's label. */
export function obstaclesOf(roofs: readonly Roof[], plot: Plot): Rect[] {
  const square = ([x, y]: Point, side: number): Rect => ({
    x: x - side / 2,
    y: y - side / 2,
    width: side,
    height: side,
  });
  return roofs.flatMap((roof) => {
    const { edge, corner, start } = shapeOf(roof, plot);
    const length = Math.hypot(corner[0] - start[0], corner[1] - start[1]);
    const along = edge.slice(1).flatMap((end, i) => {
      const from = edge[i]!;
      return Array.from({ length: 60 }, (_, k) =>
        shorten(from, end, (k / 60) * Math.hypot(end[0] - from[0], end[1] - from[1])),
      );
    });
    const half = roof.slopeLabel === undefined ? 0 : textWidth(roof.slopeLabel, fontSize.small) / 2;
    const labelled = (p: Point) =>
      Math.abs(Math.hypot(p[0] - start[0], p[1] - start[1]) - length * 0.34) < half && p[0] < corner[0];
    const line = along.flatMap((p) =>
      labelled(p) ? [square(p, 4), square([p[0] - 5, p[1] - 10], 16)] : [square(p, 4)],
    );
    return [...line, ...roofLabelArea(roof, corner, plot)];
  });
}
