import type { VNode } from 'preact';
import { Axes } from './Axes.tsx';
import { polyline } from './curve.ts';
import { formatSI } from './format.ts';
import { fontSize, round, type Point, type Rect } from './frame.ts';
import { Label } from './Label.tsx';
import { markerPath, markers } from './markers.ts';
import { colourOf, line, muted, surface, textOf } from './palette.ts';
import { placeLabels } from './placement.ts';
import { layPlot, type AxisOptions, type Plot } from './plot.ts';
import {
  intensities,
  obstaclesOf,
  performances,
  ridge,
  roofLabelAt,
  shapeOf,
  slopeLabelAt,
  type Roof,
  type RooflinePoint,
  type RooflineProps,
} from './roofline-layout.ts';
import { textWidth } from './text.ts';

export { attainable, ridge, type Roof, type RooflinePoint, type RooflineProps } from './roofline-layout.ts';

/** The roofline model on log-log axes: roofs, the foot of each ridge, labelled kernels under their roof. */
export function Roofline(props: RooflineProps): VNode {
  const { roofs, points, ridgeLabel } = props;
  const { xAxis, yAxis } = logarithmic(props);
  const xDomain = xAxis.domain ?? intensities(props);
  const yDomain = yAxis.domain ?? performances(props, xDomain);
  const plot = layPlot({ ...props, xAxis, yAxis, xDomain, yDomain, right: 8, top: 10 });
  return (
    <g>
      <Axes plot={plot} xAxis={xAxis} yAxis={yAxis} />
      {roofs.map((roof, i) => (
        <RoofMark key={i} roof={roof} plot={plot} ridgeLabel={ridgeLabel?.(ridge(roof))} />
      ))}
      <Points points={points} plot={plot} obstacles={obstaclesOf(roofs, plot)} />
    </g>
  );
}

function logarithmic({ xAxis, yAxis }: RooflineProps): { xAxis: AxisOptions; yAxis: AxisOptions } {
  return { xAxis: { scale: 'log', format: formatSI, ...xAxis }, yAxis: { scale: 'log', format: formatSI, ...yAxis } };
}

function RoofMark({ roof, plot, ridgeLabel }: { roof: Roof; plot: Plot; ridgeLabel: string | undefined }): VNode {
  const { box } = plot;
  const { label, slopeLabel, kind = 'ink' } = roof;
  const { edge, corner, start } = shapeOf(roof, plot);
  const angle = (Math.atan2(corner[1] - start[1], corner[0] - start[0]) * 180) / Math.PI;
  return (
    <g>
      <path
        data-part="roof"
        d={polyline(edge)}
        stroke={colourOf(kind)}
        stroke-width={2}
        stroke-linejoin="round"
        fill="none"
      />
      <path
        data-part="ridge"
        d={polyline([corner, [corner[0], box.y + box.height]])}
        stroke={ridgeLabel === undefined ? line : muted}
        stroke-dasharray="2 3"
        fill="none"
      />
      {ridgeLabel !== undefined && (
        <Label
          x={corner[0] + 6}
          y={box.y + box.height - 12}
          text={ridgeLabel}
          size={fontSize.small}
          colour={muted}
          halo
        />
      )}
      {label !== undefined && (
        <Label
          x={roofLabelAt(corner, plot)[0]}
          y={roofLabelAt(corner, plot)[1]}
          text={label}
          size={fontSize.small}
          anchor="end"
          colour={textOf(kind)}
        />
      )}
      {slopeLabel !== undefined && (
        <SlopeLabel text={slopeLabel} start={start} end={corner} angle={angle} colour={textOf(kind)} />
      )}
    </g>
  );
}

/** Text along the lower half of the slope, on its upper side. */
function SlopeLabel({
  text,
  start,
  end,
  angle,
  colour,
}: {
  text: string;
  start: Point;
  end: Point;
  angle: number;
  colour: string;
}) {
  const [x, y] = slopeLabelAt(start, end);
  const turn = (angle * Math.PI) / 180;
  const [px, py] = [x + 11 * Math.sin(turn), y - 11 * Math.cos(turn)];
  return (
    <Label x={px} y={py} text={text} size={fontSize.small} anchor="middle" colour={colour} rotate={round(angle)} />
  );
}

interface PointsProps {
  points: readonly RooflinePoint[];
  plot: Plot;
  obstacles: readonly Rect[];
}

function Points({ points, plot: { across, up, box }, obstacles }: PointsProps): VNode {
  const placed = points.map(({ intensity, performance }): Point => [across.at(intensity), up.at(performance)]);
  const labels = placeLabels(
    placed,
    points.map(({ label }) => textWidth(label)),
    18,
    box,
    obstacles,
  );
  return (
    <g>
      {points.map(({ label, kind, marker }, i) => (
        <g key={i} data-point={label}>
          <path
            d={markerPath(marker ?? markers[i % markers.length]!, placed[i]!, 5)}
            fill={colourOf(kind)}
            stroke={surface}
            stroke-width={1.25}
            paint-order="stroke"
          />
          <Label
            x={labels[i]!.at[0]}
            y={labels[i]!.at[1]}
            text={label}
            anchor={labels[i]!.anchor}
            colour={textOf(kind)}
            halo
          />
        </g>
      ))}
    </g>
  );
}
