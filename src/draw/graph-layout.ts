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
  twoWay?: boolean;
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

interface Facing {
  /** Whether the edge joins left and right sides, rather than tops and bottoms. */
  readonly sides: boolean;
  /** Which way it goes: 1 to the right or down, −1 to the left or up. */
  readonly sign: number;
}

/** The sides by which two nodes face each other: those farther apart, unless the edge says. */
function facing(from: PlacedNode, to: PlacedNode, via: GraphEdge['via']): Facing {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const acrossGap = Math.abs(dx) - (from.width + to.width) / 2;
  const downGap = Math.abs(dy) - (from.height + to.height) / 2;
  const sides = via === undefined ? acrossGap >= downGap : via === 'sides';
  return { sides, sign: Math.sign(sides ? dx : dy) || 1 };
}

/**
 * The curves of all edges: out of the middle of one side, into the facing one; a loop above for a self-edge. Edges that
 * reach the same side of a node land beside each other, in the order in which they come. Throws on an unknown node.
 */
export function edgeCurves(nodes: readonly PlacedNode[], edges: readonly GraphEdge[]): Cubic[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const find = (id: string): PlacedNode => {
    const node = byId.get(id);
    if (!node) throw new RangeError(`an edge names “${id}”, but the graph has only ${[...byId.keys()].join(', ')}`);
    return node;
  };
  const ends = edges.map((edge) => {
    const [from, to] = [find(edge.from), find(edge.to)];
    const face = facing(from, to, edge.via);
    return { from, to, face, side: `${to.id} ${face.sides} ${face.sign}`, order: face.sides ? from.y : from.x };
  });
  return ends.map((end) => {
    if (end.from === end.to) return loop(end.from);
    const arrivals = ends
      .filter(({ from, to, side }) => from !== to && side === end.side)
      .sort((a, b) => a.order - b.order);
    const length = end.face.sides ? end.to.height : end.to.width;
    const step = Math.min(12, (0.6 * length) / arrivals.length);
    return edgeCurve(end.from, end.to, end.face, (arrivals.indexOf(end) - (arrivals.length - 1) / 2) * step);
  });
}

function edgeCurve(from: PlacedNode, to: PlacedNode, { sides, sign }: Facing, landing: number): Cubic {
  const port = (node: PlacedNode, towards: number, gap: number, aside: number): Point =>
    sides
      ? [node.x + towards * (node.width / 2 + gap), node.y + aside]
      : [node.x + aside, node.y + towards * (node.height / 2 + gap)];
  const start = port(from, sign, 0, 0);
  const end = port(to, -sign, clearance, landing);
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
