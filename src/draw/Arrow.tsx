import type { VNode } from 'preact';
import { arrowhead, bow, cubicPath, pointOn, shorten, type Cubic } from './curve.ts';
import type { Point } from './frame.ts';
import { Label } from './Label.tsx';
import { colourOf, textOf, type Kind } from './palette.ts';
import { fontSize } from './frame.ts';

export interface ArrowProps {
  from: Point;
  to: Point;
  kind?: Kind | undefined;
  /** Set on the middle of the arrow. */
  label?: string | undefined;
  /** How far the arrow bows to its left, as a share of its length. */
  bend?: number | undefined;
  dashed?: boolean | undefined;
  /** A head at both ends. */
  twoWay?: boolean | undefined;
  /** Stroke width in figure units. */
  weight?: number | undefined;
}

/** An arrow between two points, straight or bowed. */
export function Arrow({ from, to, bend = 0, ...rest }: ArrowProps): VNode {
  return <CurvedArrow curve={bow(from, to, bend)} {...rest} />;
}

export interface CurvedArrowProps extends Omit<ArrowProps, 'from' | 'to' | 'bend'> {
  curve: Cubic;
  /** Where along the curve its label stands, from 0 to 1. */
  labelAt?: number | undefined;
}

/** An arrow along a given cubic. Heads are paths, not markers: they need no ids and take the arrow's colour. */
export function CurvedArrow(props: CurvedArrowProps): VNode {
  const { curve, kind = 'muted', label, dashed, twoWay, weight = 1.25, labelAt = 0.5 } = props;
  const [from, out, into, to] = curve;
  const head = 5 + 2 * weight;
  const shaft: Cubic = [twoWay ? shorten(from, out, head * 0.7) : from, out, into, shorten(to, into, head * 0.7)];
  const colour = colourOf(kind === 'neutral' ? 'muted' : kind);
  const [x, y] = pointOn(curve, labelAt);
  return (
    <g>
      <path
        d={cubicPath(shaft)}
        fill="none"
        stroke={colour}
        stroke-width={weight}
        stroke-dasharray={dashed ? '4 3' : undefined}
      />
      <path d={arrowhead(to, into, head)} fill={colour} />
      {twoWay && <path d={arrowhead(from, out, head)} fill={colour} />}
      {label !== undefined && (
        <Label x={x} y={y} text={label} anchor="middle" size={fontSize.small} colour={textOf(kind)} halo />
      )}
    </g>
  );
}
