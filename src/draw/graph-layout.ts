import type { Cubic } from './curve.ts';
import type { Point } from './frame.ts';
import { leading } from './Label.tsx';
import type { Tone } from './Mark.tsx';
import type { Kind } from './palette.ts';
import { textWidth } from './text.ts';
import { fontSize } from './frame.ts';

export interface GraphNode {
  id: string;
  /** The centre, in figure units. */
  x: number;
  y: number;
  label: string;
  /** Under the node. */
  note?: string;
  kind?: Kind;
  tone?: Tone;
  shape?: 'box' | 'pill' | 'circle';
  /** By default as large as the label needs. */
  width?: number;
  height?: number;
}

export interface GraphEdge {
  from: string;
  to: string;
  label?: string;
  kind?: Kind;
  dashed?: boolean;
  /** Stroke width: the amount that flows. */
  weight?: number;
  /** Whether the edge joins left and right sides or tops and bottoms; by default the pair that faces better. */
  via?: 'sides' | 'ends';
  /** Where along the edge its label stands, from 0 to 1. */
  labelAt?: number;
}

export type PlacedNode = GraphNode & { width: number; height: number };

/** The size of a node: as given, else its label with room around it. */
export function sizeOf({ label, width, height, shape }: GraphNode): { width: number; height: number } {
  const lines = label.split('\n').length;
  const natural = {
    width: textWidth(label) + (shape === 'pill' ? 30 : 22),
    height: lines * fontSize.base * leading + 14,
  };
  if (shape !== 'circle') return { width: width ?? natural.width, height: height ?? natural.height };
  const side = width ?? height ?? Math.max(natural.width - 6, natural.height);
  return { width: side, height: side };
}

/** Between an arrow's tip and the node it points at. */
const clearance = 3;

/** The curve of an edge: out of the middle of one side, into the middle of the facing one; a loop above for a self-edge. */
export function edgeCurve(from: PlacedNode, to: PlacedNode, { via }: Pick<GraphEdge, 'via'> = {}): Cubic {
  if (from.id === to.id) return loop(from);
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const apart = {
    sides: Math.abs(dx) - (from.width + to.width) / 2,
    ends: Math.abs(dy) - (from.height + to.height) / 2,
  };
  const sides = via === undefined ? apart.sides >= apart.ends : via === 'sides';
  const sign = Math.sign(sides ? dx : dy) || 1;
  const port = (node: PlacedNode, towards: number, gap: number): Point =>
    sides ? [node.x + towards * (node.width / 2 + gap), node.y] : [node.x, node.y + towards * (node.height / 2 + gap)];
  const start = port(from, sign, 0);
  const end = port(to, -sign, clearance);
  const reach = Math.max(10, Math.abs(sides ? end[0] - start[0] : end[1] - start[1]) / 2) * sign;
  const shift = ([x, y]: Point, by: number): Point => (sides ? [x + by, y] : [x, y + by]);
  return [start, shift(start, reach), shift(end, -reach), end];
}

function loop({ x, y, width, height }: PlacedNode): Cubic {
  const half = Math.min(width / 4, 16);
  const [top, rise] = [y - height / 2, 34];
  return [
    [x - half, top],
    [x - half * 2.2, top - rise],
    [x + half * 2.2, top - rise],
    [x + half, top - clearance],
  ];
}
