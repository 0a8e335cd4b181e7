import { Arrow } from '#draw/Arrow.tsx';
import { Axes } from '#draw/Axes.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, type Point } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { markerPath } from '#draw/markers.ts';
import { colourOf, surface, textOf } from '#draw/palette.ts';
import { layPlot, type AxisOptions } from '#draw/plot.ts';

interface Entry {
  name: string;
  parameters: number;
  /** Negative log perplexity after 250k steps. */
  quality: number;
}

/** Table 9: models of the same FLOPs per sequence, dense and sparse. */
const table: readonly { flops: number; dense?: Entry; sparse: Entry }[] = [
  {
    flops: 124e9,
    dense: { name: 'T5-Base', parameters: 0.2e9, quality: -1.599 },
    sparse: { name: 'Switch-Base', parameters: 7e9, quality: -1.37 },
  },
  {
    flops: 425e9,
    dense: { name: 'T5-Large', parameters: 0.7e9, quality: -1.402 },
    sparse: { name: 'Switch-Large', parameters: 26e9, quality: -1.248 },
  },
  { flops: 890e9, sparse: { name: 'Switch-C', parameters: 1571e9, quality: -1.096 } },
  {
    flops: 6.3e12,
    dense: { name: 'T5-XXL', parameters: 11e9, quality: -1.147 },
    sparse: { name: 'Switch-XXL', parameters: 395e9, quality: -1.086 },
  },
];

const power = (x: number) => `$10^{${Math.round(Math.log10(x))}}$`;
const xAxis: AxisOptions = { scale: 'log', label: '每个序列的 FLOPs', ticks: [1e11, 1e12, 1e13], format: power };
const yAxis: AxisOptions = {
  scale: 'log',
  label: '存着的参数',
  ticks: [1e8, 1e9, 1e10, 1e11, 1e12, 1e13],
  format: power,
};
const plot = layPlot({
  width: columnWidth,
  height: 350,
  right: 12,
  top: 0,
  xAxis,
  yAxis,
  xDomain: [8e10, 4e13],
  yDomain: [5e7, 1e13],
});

/** Parameters and computation, which a dense model ties together, as two axes. */
export default function TwoAxes() {
  return (
    <Canvas id="two-axes" height={350} label="T5 与 Switch 各模型的计算量和参数量">
      <Axes plot={plot} xAxis={xAxis} yAxis={yAxis} />
      {table.map(({ flops, dense, sparse }) => {
        const place = ({ parameters }: Entry): Point => [plot.across.at(flops), plot.up.at(parameters)];
        const [x, top] = place(sparse);
        return (
          <g key={sparse.name}>
            {dense && <Arrow from={[x, place(dense)[1] - 7]} to={[x, top + 8]} kind="accent" />}
            {dense && <Model entry={dense} at={place(dense)} kind="ink" />}
            <Model entry={sparse} at={[x, top]} kind="accent" />
          </g>
        );
      })}
    </Canvas>
  );
}

function Model({ entry, at, kind }: { entry: Entry; at: Point; kind: 'ink' | 'accent' }) {
  const quality = entry.quality.toFixed(3).replace('-', '−');
  return (
    <g>
      <path d={markerPath(kind === 'ink' ? 'square' : 'diamond', at, 5)} fill={colourOf(kind)} stroke={surface} />
      <Label x={at[0] + 11} y={at[1]} text={`${entry.name}\n${quality}`} colour={textOf(kind)} halo />
    </g>
  );
}
