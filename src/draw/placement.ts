import { overlap, type Point, type Rect } from './frame.ts';

/** Between a point and its label. */
const gap = 9;

export interface PlacedLabel {
  readonly anchor: 'start' | 'middle' | 'end';
  /** Where the label's anchor and middle stand. */
  readonly at: Point;
}

/**
 * Places labels beside points, each at the first of right, left, above, below and the four corners that stays in the
 * box and touches no point, no obstacle and no label placed before; failing all, at the right.
 */
export function placeLabels(
  points: readonly Point[],
  widths: readonly number[],
  height: number,
  box: Rect,
  obstacles: readonly Rect[] = [],
): PlacedLabel[] {
  const taken = [...obstacles, ...points.map(([x, y]): Rect => ({ x: x - 5, y: y - 5, width: 10, height: 10 }))];
  return points.map((point, i) => {
    const candidates = candidatesAt(point, widths[i]!, height);
    const free = candidates.find(([, area]) => contains(box, area) && !taken.some((other) => overlap(area, other)));
    const [placed, area] = free ?? candidates[0]!;
    taken.push(area);
    return placed;
  });
}

function candidatesAt([x, y]: Point, width: number, height: number): [PlacedLabel, Rect][] {
  const rise = gap + height / 2 - 2;
  const sides: [PlacedLabel['anchor'], number, number][] = [
    ['start', gap, 0],
    ['end', -gap, 0],
    ['middle', 0, -rise],
    ['middle', 0, rise],
    ['start', gap, -rise],
    ['start', gap, rise],
    ['end', -gap, -rise],
    ['end', -gap, rise],
  ];
  return sides.map(([anchor, dx, dy]) => {
    const left = x + dx - { start: 0, middle: width / 2, end: width }[anchor];
    return [
      { anchor, at: [x + dx, y + dy] },
      { x: left, y: y + dy - height / 2, width, height },
    ];
  });
}

const contains = (box: Rect, { x, y, width, height }: Rect): boolean =>
  x >= box.x && y >= box.y && x + width <= box.x + box.width && y + height <= box.y + box.height;
