import { Axes } from '#draw/Axes.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { polyline } from '#draw/curve.ts';
import { fixed } from '#draw/format.ts';
import { columnWidth, type Point } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { markerPath, type Marker } from '#draw/markers.ts';
import { colourOf, surface, textOf, type Kind } from '#draw/palette.ts';
import { layPlot, type AxisOptions } from '#draw/plot.ts';

interface Series {
  kind: Kind;
  marker: Marker;
  models: readonly { name: string; at: Point; anchor: 'start' | 'end'; dy: number }[];
}

/** Table 1: examples per second and negative log perplexity after 100k steps. */
const table: readonly Series[] = [
  {
    kind: 'ink',
    marker: 'circle',
    models: [
      { name: 'MoE 2.0', at: [840, -1.547], anchor: 'start', dy: -9 },
      { name: 'MoE 1.25', at: [790, -1.559], anchor: 'end', dy: 0 },
      { name: 'MoE 1.0', at: [860, -1.572], anchor: 'start', dy: 0 },
    ],
  },
  {
    kind: 'accent',
    marker: 'diamond',
    models: [
      { name: 'Switch 2.0', at: [860, -1.554], anchor: 'start', dy: 14 },
      { name: 'Switch 1.25', at: [910, -1.553], anchor: 'start', dy: -9 },
      { name: 'Switch 1.0', at: [1000, -1.561], anchor: 'start', dy: 0 },
    ],
  },
  {
    kind: 'accent',
    marker: 'triangle',
    models: [{ name: 'Switch-Base+', at: [780, -1.534], anchor: 'start', dy: -9 }],
  },
];

const xAxis: AxisOptions = { label: '速度（每秒样本数）', ticks: [750, 800, 850, 900, 950, 1000] };
const yAxis: AxisOptions = { label: '10 万步后的负对数困惑度（越高越好）', format: fixed(2) };
const plot = layPlot({
  width: columnWidth,
  height: 320,
  right: 12,
  top: 0,
  xAxis,
  yAxis,
  xDomain: [730, 1080],
  yDomain: [-1.58, -1.53],
});
const place = ([x, y]: Point): Point => [plot.across.at(x), plot.up.at(y)];

/** Table 1: up is better, right is faster; the number after a name is its capacity factor. */
export default function SpeedAndQuality() {
  return (
    <Canvas id="speed-and-quality" height={320} label="Switch 与 top-2 的 MoE 的速度和质量">
      <Axes plot={plot} xAxis={xAxis} yAxis={yAxis} />
      {table.map(({ kind, marker, models }) => (
        <g key={models[0]!.name}>
          <path
            d={polyline(models.map(({ at }) => place(at)))}
            fill="none"
            stroke={colourOf(kind)}
            stroke-opacity={0.5}
          />
          {models.map(({ name, at, anchor, dy }) => (
            <g key={name}>
              <path d={markerPath(marker, place(at), 5)} fill={colourOf(kind)} stroke={surface} />
              <Label
                x={place(at)[0] + (anchor === 'start' ? 10 : -10)}
                y={place(at)[1] + dy}
                text={name}
                anchor={anchor}
                colour={textOf(kind)}
                halo
              />
            </g>
          ))}
        </g>
      ))}
    </Canvas>
  );
}
