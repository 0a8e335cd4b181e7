import { round, type Point } from './frame.ts';

const at = ([x, y]: Point): string => `${round(x)} ${round(y)}`;

/** Path data of a polyline. */
export const polyline = (points: readonly Point[]): string =>
  points.map((p, i) => `${i === 0 ? 'M' : 'L'}${at(p)}`).join('');

/** A cubic Bézier curve by its four control points. */
export type Cubic = readonly [Point, Point, Point, Point];

export const cubicPath = ([from, out, into, to]: Cubic): string => `M${at(from)}C${at(out)} ${at(into)} ${at(to)}`;

/** The point of a cubic at t in [0, 1]. */
export function pointOn([a, b, c, d]: Cubic, t: number): Point {
  const mix = (i: 0 | 1) =>
    (1 - t) ** 3 * a[i] + 3 * (1 - t) ** 2 * t * b[i] + 3 * (1 - t) * t ** 2 * c[i] + t ** 3 * d[i];
  return [mix(0), mix(1)];
}

/**
 * A curve from one point to another that bows to its left by `bend` times their distance; 0 is straight.
 */
export function bow(from: Point, to: Point, bend = 0): Cubic {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const control = (t: number): Point => [
    from[0] + t * dx + (4 / 3) * bend * dy,
    from[1] + t * dy - (4 / 3) * bend * dx,
  ];
  return [from, control(1 / 3), control(2 / 3), to];
}

/** Path data of a slim closed arrowhead whose tip is `tip`, coming from the direction of `from`. */
export function arrowhead(tip: Point, from: Point, length = 7): string {
  const angle = Math.atan2(tip[1] - from[1], tip[0] - from[0]);
  const corner = (turn: number): Point => [
    tip[0] - length * Math.cos(angle + turn),
    tip[1] - length * Math.sin(angle + turn),
  ];
  return `${polyline([tip, corner(0.42), corner(-0.42)])}Z`;
}

/** `tip` drawn back towards `from`, so that a thick line does not show beyond its arrowhead. */
export function shorten(tip: Point, from: Point, by: number): Point {
  const distance = Math.hypot(tip[0] - from[0], tip[1] - from[1]);
  const share = distance === 0 ? 0 : Math.min(1, by / distance);
  return [tip[0] + (from[0] - tip[0]) * share, tip[1] + (from[1] - tip[1]) * share];
}
