import { Axes } from '#draw/Axes.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, type Point } from '#draw/frame.ts';
import { fixed } from '#draw/format.ts';
import { Label } from '#draw/Label.tsx';
import { markerPath } from '#draw/markers.ts';
import { colourOf, surface, textOf, type Kind } from '#draw/palette.ts';
import { layPlot, type AxisOptions } from '#draw/plot.ts';

interface Entry {
  name: string;
  /** Estimated training FLOPs and BLEU on newstest2014, English–German. */
  at: Point;
  kind: Kind;
  side: 'left' | 'right';
}

/** The rows of Table 2 that print both numbers for English–German. */
const entries: readonly Entry[] = [
  { name: 'GNMT + RL', at: [2.3e19, 24.6], kind: 'muted', side: 'right' },
  { name: 'ConvS2S', at: [9.6e18, 25.16], kind: 'muted', side: 'right' },
  { name: 'MoE', at: [2.0e19, 26.03], kind: 'muted', side: 'left' },
  { name: 'GNMT + RL 集成', at: [1.8e20, 26.3], kind: 'ink', side: 'right' },
  { name: 'ConvS2S 集成', at: [7.7e19, 26.36], kind: 'ink', side: 'left' },
  { name: 'Transformer base', at: [3.3e18, 27.3], kind: 'accent', side: 'right' },
  { name: 'Transformer big', at: [2.3e19, 28.4], kind: 'accent', side: 'right' },
];

const xAxis: AxisOptions = {
  scale: 'log',
  label: '训练计算量（FLOPs，估算，对数轴）',
  ticks: [1e18, 1e19, 1e20, 1e21],
  format: (x) => `$10^{${Math.round(Math.log10(x))}}$`,
};
const yAxis: AxisOptions = { label: 'BLEU（英德，newstest2014）', format: fixed(0) };
const plot = layPlot({
  width: columnWidth,
  height: 320,
  right: 12,
  top: 0,
  xAxis,
  yAxis,
  xDomain: [1e18, 1e21],
  yDomain: [24, 29],
});

/** Table 2, English–German: up is better, left is cheaper. */
export default function CostAndScore() {
  return (
    <Canvas id="cost-and-score" height={320} label="英德翻译：各系统的训练计算量与 BLEU">
      <Axes plot={plot} xAxis={xAxis} yAxis={yAxis} />
      {entries.map((entry) => (
        <Entry key={entry.name} {...entry} />
      ))}
    </Canvas>
  );
}

function Entry({ name, at, kind, side }: Entry) {
  const [x, y] = [plot.across.at(at[0]), plot.up.at(at[1])];
  const right = side === 'right';
  return (
    <g>
      <path
        d={markerPath(kind === 'accent' ? 'diamond' : kind === 'ink' ? 'square' : 'circle', [x, y], 5)}
        fill={colourOf(kind)}
        stroke={surface}
      />
      <Label
        x={right ? x + 11 : x - 11}
        y={y}
        text={`${name} ${at[1]}`}
        anchor={right ? 'start' : 'end'}
        colour={textOf(kind)}
        halo
      />
    </g>
  );
}
