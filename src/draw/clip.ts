import type { Point, Rect } from './frame.ts';

/**
 * The parts of a polyline inside a rectangle, cut exactly at its edges (Liang and Barsky 1984). A point that is not
 * finite breaks the line.
 */
export function clip(points: readonly Point[], box: Rect): Point[][] {
  const parts: Point[][] = [];
  let part: Point[] = [];
  const close = () => {
    if (part.length > 0) parts.push(part);
    part = [];
  };
  for (let i = 1; i < points.length; i++) {
    const segment = clipSegment(points[i - 1]!, points[i]!, box);
    if (!segment) {
      close();
      continue;
    }
    const end = part.at(-1);
    if (!end || end[0] !== segment[0][0] || end[1] !== segment[0][1]) {
      close();
      part.push(segment[0]);
    }
    part.push(segment[1]);
  }
  close();
  return parts;
}

function clipSegment(from: Point, to: Point, box: Rect): [Point, Point] | undefined {
  if (![...from, ...to].every(Number.isFinite)) return undefined;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const edges: readonly [step: number, distance: number][] = [
    [-dx, from[0] - box.x],
    [dx, box.x + box.width - from[0]],
    [-dy, from[1] - box.y],
    [dy, box.y + box.height - from[1]],
  ];
  let [enter, leave] = [0, 1];
  for (const [step, distance] of edges) {
    if (step === 0 && distance < 0) return undefined;
    if (step < 0) enter = Math.max(enter, distance / step);
    if (step > 0) leave = Math.min(leave, distance / step);
  }
  if (enter > leave) return undefined;
  const along = (t: number): Point => (t === 0 ? from : t === 1 ? to : [from[0] + t * dx, from[1] + t * dy]);
  return [along(enter), along(leave)];
}
