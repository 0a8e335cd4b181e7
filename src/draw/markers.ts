import { round, type Point } from './frame.ts';

/** Shapes of points, in the order in which series take them: told apart without colour. */
export const markers = ['circle', 'square', 'triangle', 'diamond'] as const;
export type Marker = (typeof markers)[number];

/** Path data of a marker about a point; the four shapes have like areas. */
export function markerPath(marker: Marker, [x, y]: Point, radius = 4): string {
  const at = (dx: number, dy: number) => `${round(x + dx * radius)} ${round(y + dy * radius)}`;
  switch (marker) {
    case 'circle':
      return `M${at(-1, 0)}A${radius} ${radius} 0 1 1 ${at(1, 0)}A${radius} ${radius} 0 1 1 ${at(-1, 0)}Z`;
    case 'square':
      return `M${at(-0.9, -0.9)}L${at(0.9, -0.9)}L${at(0.9, 0.9)}L${at(-0.9, 0.9)}Z`;
    case 'triangle':
      return `M${at(0, -1.2)}L${at(1.15, 0.85)}L${at(-1.15, 0.85)}Z`;
    case 'diamond':
      return `M${at(0, -1.25)}L${at(1.25, 0)}L${at(0, 1.25)}L${at(-1.25, 0)}Z`;
  }
}
