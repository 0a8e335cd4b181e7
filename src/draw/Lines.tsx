import type { VNode } from 'preact';
import { Axes } from './Axes.tsx';
import { clip } from './clip.ts';
import { polyline } from './curve.ts';
import type { Frame, Point } from './frame.ts';
import { EndLabels, labelRoom } from './EndLabels.tsx';
import { markers, type Marker } from './markers.ts';
import { colourOf, type Kind } from './palette.ts';
import { Markers, Reference, Region } from './PlotMarks.tsx';
import { domainOf, layPlot, type AxisOptions, type Plot } from './plot.ts';

export interface Series {
  label: string;
  kind: Kind;
  /** (x, y) in data units; a y that is not finite breaks the line. */
  points: readonly Point[];
  /** By default each series takes the next shape; `none` for smooth curves. */
  marker?: Marker | 'none';
  dashed?: boolean;
  /** Holds each y until the next x. */
  stepped?: boolean;
}

export interface LinesProps extends Frame {
  series: readonly Series[];
  xAxis?: AxisOptions | undefined;
  yAxis?: AxisOptions | undefined;
  /** Lines across the plot at a value of an axis. */
  references?: readonly { axis: 'x' | 'y'; value: number; label?: string; kind?: Kind }[] | undefined;
  /** Shaded stretches of the x axis. */
  regions?: readonly { from: number; to: number; label?: string }[] | undefined;
  /** The x at which a reader stands: a line, and a point on each series that has that x. */
  cursor?: number | undefined;
}

/** Series over two axes, linear or logarithmic; each is named where it ends and told apart by its marker. */
export function Lines(props: LinesProps): VNode {
  const { series, xAxis, yAxis, references = [], regions = [], cursor } = props;
  const plot = plotOf(props);
  const drawn = series.map((one, i) => ({
    ...one,
    marker: one.marker ?? markers[i % markers.length]!,
    runs: runsOf(one, plot),
  }));
  return (
    <g>
      {regions.map((region, i) => (
        <Region key={i} plot={plot} {...region} />
      ))}
      <Axes plot={plot} xAxis={xAxis} yAxis={yAxis} />
      {references.map((reference, i) => (
        <Reference key={i} plot={plot} {...reference} />
      ))}
      {cursor !== undefined && <Reference plot={plot} axis="x" value={cursor} kind="ink" solid />}
      {drawn.map(({ label, kind, dashed, marker, points, runs }) => (
        <g key={label} data-series={label}>
          {runs.map((run, i) => (
            <path
              key={i}
              data-part="line"
              d={polyline(run)}
              fill="none"
              stroke={colourOf(kind)}
              stroke-width={kind === 'muted' ? 1.5 : 2}
              stroke-linejoin="round"
              stroke-linecap="round"
              stroke-dasharray={dashed ? '6 4' : undefined}
            />
          ))}
          {marker !== 'none' && <Markers plot={plot} points={points} marker={marker} kind={kind} />}
          {cursor !== undefined && (
            <Markers
              plot={plot}
              points={points.filter(([x]) => x === cursor)}
              marker={marker === 'none' ? 'circle' : marker}
              kind={kind}
              radius={5.5}
            />
          )}
        </g>
      ))}
      <EndLabels plot={plot} ends={drawn.flatMap(({ label, kind, runs }) => endOf(label, kind, runs))} />
    </g>
  );
}

/** The plot of the series, with room at the right for their names and above it for lines that leave at the top. */
function plotOf({ series, xAxis, yAxis, ...frame }: LinesProps): Plot {
  const xDomain =
    xAxis?.domain ??
    domainOf(
      series.flatMap((one) => one.points.map(([x]) => x)),
      xAxis?.scale,
    );
  const yDomain =
    yAxis?.domain ??
    domainOf(
      series.flatMap((one) => one.points.map(([, y]) => y)),
      yAxis?.scale,
      true,
    );
  const leaves = series.some((one) => one.points.some(([x, y]) => x <= xDomain[1] && y > yDomain[1]));
  return layPlot({
    ...frame,
    xAxis,
    yAxis,
    xDomain,
    yDomain,
    right: labelRoom(series.map((one) => one.label)),
    top: leaves ? 18 : 0,
  });
}

/** The visible stretches of a series in figure units. */
function runsOf({ points, stepped }: Series, { box, across, up }: Plot): Point[][] {
  const placed = points.map(([x, y]): Point => [across.at(x), up.at(y)]);
  const path = stepped ? placed.flatMap((p, i): Point[] => (i === 0 ? [p] : [[p[0], placed[i - 1]![1]], p])) : placed;
  return clip(path, box);
}

function endOf(label: string, kind: Kind, runs: readonly Point[][]) {
  const at = runs.at(-1)?.at(-1);
  return at === undefined ? [] : [{ label, kind, at }];
}
