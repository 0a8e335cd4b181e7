import { clip } from '#draw/clip.ts';
import { polyline } from '#draw/curve.ts';
import type { Point } from '#draw/frame.ts';
import { colourOf, type Kind } from '#draw/palette.ts';
import type { Plot } from '#draw/plot.ts';

interface CurveProps {
  plot: Plot;
  /** In data units; points that are not finite break the curve. */
  points: readonly Point[];
  kind: Kind;
  dashed?: boolean;
}

/** A smooth line within a plot. */
export function Curve({ plot: { across, up, box }, points, kind, dashed = false }: CurveProps) {
  const runs = clip(
    points.map(([x, y]): Point => [across.at(x), up.at(y)]),
    box,
  );
  return (
    <path
      d={runs.map(polyline).join('')}
      fill="none"
      stroke={colourOf(kind)}
      stroke-width={2.25}
      stroke-dasharray={dashed ? '6 4' : undefined}
    />
  );
}
