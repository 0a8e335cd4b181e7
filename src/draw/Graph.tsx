import type { VNode } from 'preact';
import { CurvedArrow } from './Arrow.tsx';
import { fontSize, type Point } from './frame.ts';
import { edgeCurves, sizeOf, type GraphEdge, type GraphNode, type PlacedNode } from './graph-layout.ts';
import { Label } from './Label.tsx';
import { Mark } from './Mark.tsx';
import { colourOf, ink, muted, textOn, tintOf } from './palette.ts';

export type { GraphEdge, GraphNode } from './graph-layout.ts';

export interface GraphProps {
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
}

/** Nodes where the author put them, and arrows that leave and reach them squarely. Edges lie under nodes. */
export function Graph({ nodes, edges }: GraphProps): VNode {
  const placed = nodes.map((node): PlacedNode => ({ ...node, ...sizeOf(node) }));
  const curves = edgeCurves(placed, edges);
  return (
    <g>
      {edges.map((edge, i) => (
        <CurvedArrow
          key={i}
          curve={curves[i]!}
          kind={edge.kind}
          label={edge.label}
          dashed={edge.dashed}
          weight={edge.weight}
          twoWay={edge.twoWay}
          labelAt={edge.labelAt}
        />
      ))}
      {placed.map((node) => (
        <NodeMark key={node.id} node={node} />
      ))}
    </g>
  );
}

function NodeMark({ node }: { node: PlacedNode }): VNode {
  const { x, y, width, height, label, note, kind = 'neutral', tone = 'tint', shape = 'box' } = node;
  const centre: Point = [x, y];
  return (
    <g data-node={node.id}>
      {shape === 'circle' ? (
        <circle
          cx={centre[0]}
          cy={centre[1]}
          r={width / 2}
          fill={tone === 'solid' ? colourOf(kind) : tone === 'tint' ? tintOf(kind) : 'none'}
          stroke={colourOf(kind === 'neutral' ? 'muted' : kind)}
          stroke-dasharray={tone === 'ghost' ? '3 3' : undefined}
        />
      ) : (
        <Mark
          kind={kind}
          tone={tone}
          x={x - width / 2}
          y={y - height / 2}
          width={width}
          height={height}
          radius={shape === 'pill' ? height / 2 : 2}
        />
      )}
      <Label x={x} y={y} text={label} anchor="middle" colour={tone === 'solid' ? textOn(kind) : ink} />
      {note !== undefined && (
        <Label
          x={x}
          y={y + height / 2 + 4}
          text={note}
          size={fontSize.small}
          anchor="middle"
          align="top"
          colour={muted}
          halo
        />
      )}
    </g>
  );
}
