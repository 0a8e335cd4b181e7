import { Axes } from '#draw/Axes.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { polyline } from '#draw/curve.ts';
import { fixed } from '#draw/format.ts';
import { columnWidth, type Point } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { markerPath } from '#draw/markers.ts';
import { colourOf, surface, textOf, type Kind } from '#draw/palette.ts';
import { layPlot, type AxisOptions } from '#draw/plot.ts';

interface Series {
  name: string;
  kind: Kind;
  marker: 'circle' | 'square' | 'diamond';
  models: readonly { name: string; at: Point; side: 'left' | 'right' }[];
}

/** Table 3: TPU v3 core-years and average BLEU. */
const table: readonly Series[] = [
  {
    name: '12 层',
    kind: 'item-2',
    marker: 'circle',
    models: [
      { name: '12 层，128 专家', at: [1.9, 36.7], side: 'right' },
      { name: '512', at: [4.9, 40.0], side: 'left' },
      { name: '2048', at: [7.5, 41.3], side: 'left' },
    ],
  },
  {
    name: '36 层',
    kind: 'accent',
    marker: 'diamond',
    models: [
      { name: '36 层，128 专家', at: [6.1, 39.0], side: 'right' },
      { name: '512', at: [15.5, 43.7], side: 'left' },
      { name: '2048（600B）', at: [22.4, 44.3], side: 'right' },
    ],
  },
  {
    name: '稠密',
    kind: 'ink',
    marker: 'square',
    models: [{ name: '稠密 96 层（2.3B）', at: [235.5, 36.9], side: 'left' }],
  },
];

const xAxis: AxisOptions = {
  scale: 'log',
  label: '训练花费（TPU v3 core 年，对数轴）',
  ticks: [1, 3, 10, 30, 100, 300],
};
const yAxis: AxisOptions = { label: '平均 BLEU', format: fixed(0) };
const plot = layPlot({
  width: columnWidth,
  height: 330,
  right: 12,
  top: 0,
  xAxis,
  yAxis,
  xDomain: [1, 300],
  yDomain: [36, 45],
});
const place = ([x, y]: Point): Point => [plot.across.at(x), plot.up.at(y)];

/** Table 3: quality against cost; up is better, left is cheaper. */
export default function CostAndBleu() {
  return (
    <Canvas id="cost-and-bleu" height={330} label="六个 MoE 模型与一个稠密模型的训练花费和平均 BLEU">
      <Axes plot={plot} xAxis={xAxis} yAxis={yAxis} />
      {table.map(({ name, kind, marker, models }) => (
        <g key={name}>
          <path
            d={polyline(models.map(({ at }) => place(at)))}
            fill="none"
            stroke={colourOf(kind)}
            stroke-width={1.5}
          />
          {models.map(({ name: label, at, side }) => (
            <Model key={label} name={`${label} ${at[1].toFixed(1)}`} at={place(at)} {...{ side, kind, marker }} />
          ))}
        </g>
      ))}
    </Canvas>
  );
}

function Model(props: { name: string; at: Point; side: 'left' | 'right'; kind: Kind; marker: Series['marker'] }) {
  const { name, at, side, kind, marker } = props;
  const right = side === 'right';
  return (
    <g>
      <path d={markerPath(marker, at, 5)} fill={colourOf(kind)} stroke={surface} />
      <Label
        x={right ? at[0] + 11 : at[0] - 11}
        y={at[1]}
        text={name}
        anchor={right ? 'start' : 'end'}
        colour={textOf(kind)}
        halo
      />
    </g>
  );
}
