import { Axes } from '#draw/Axes.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { polyline } from '#draw/curve.ts';
import { columnWidth, fontSize, type Point } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { markerPath } from '#draw/markers.ts';
import { colourOf, muted, surface, textOf, tintOf, type Kind } from '#draw/palette.ts';
import { layPlot, type AxisOptions } from '#draw/plot.ts';
import { Reference } from '#draw/PlotMarks.tsx';
import { lifetimeCompute, type TrainedModel } from '#mechanisms/scaling/lifetime-compute.ts';
import { Curve } from './Curve.tsx';
import { billions, breakEven, large, small, trillions } from './setting.ts';

const END = 1.5e12;
const HEIGHT = 360;
const xAxis: AxisOptions = {
  label: '服务的 token（万亿）',
  ticks: [0, 0.5e12, 1e12, END],
  format: (T) => String(T / 1e12),
};
const yAxis: AxisOptions = {
  label: '训练与服务的总计算量（$10^{22}$ FLOP）',
  ticks: [0, 2e22, 4e22, 6e22],
  format: (C) => String(C / 1e22),
};
const plot = layPlot({
  width: columnWidth,
  height: HEIGHT,
  right: 16,
  top: 0,
  xAxis,
  yAxis,
  xDomain: [0, END],
  yDomain: [0, 6.6e22],
});
const ends = (model: TrainedModel): Point[] => [0, END].map((T) => [T, lifetimeCompute(model, T)]);
const place = ([T, C]: Point): Point => [plot.across.at(T), plot.up.at(C)];
const meeting: Point = [breakEven, lifetimeCompute(small, breakEven)];
const savings = [meeting, ends(large)[1]!, ends(small)[1]!].map(place);
const wedge = place([1.33e12, (lifetimeCompute(small, 1.33e12) + lifetimeCompute(large, 1.33e12)) / 2]);

/** The hero: what two models of equal loss cost over their lives. The cheaper to train is the dearer to use. */
export default function BreakEven() {
  return (
    <Canvas id="llama-break-even" height={HEIGHT} label="两个损失相同的模型，训练加服务的总计算量随服务量的变化">
      <path d={`${polyline(savings)}Z`} fill={tintOf('accent')} />
      <Axes plot={plot} xAxis={xAxis} yAxis={yAxis} />
      <Reference plot={plot} axis="x" value={breakEven} kind="muted" />
      <Curve plot={plot} points={ends(large)} kind="ink" />
      <Curve plot={plot} points={ends(small)} kind="accent" />
      <Start model={large} kind="ink" below />
      <Start model={small} kind="accent" />
      <Slope model={large} kind="ink" above />
      <Slope model={small} kind="accent" />
      <path d={markerPath('circle', place(meeting), 5.5)} fill={colourOf('ink')} stroke={surface} stroke-width={1.5} />
      <Label
        x={plot.across.at(breakEven) + 8}
        y={plot.box.y + plot.box.height - 14}
        text={`服务 ${trillions(breakEven)} 万亿 token 后回本`}
        size={fontSize.small}
        colour={muted}
        halo
      />
      <Label x={wedge[0]} y={wedge[1]} text="省下的" anchor="middle" colour={textOf('accent')} bold />
    </Canvas>
  );
}

interface EndProps {
  model: TrainedModel;
  kind: Kind;
}

/** What training alone costs, where the line begins. */
function Start({ model, kind, below = false }: EndProps & { below?: boolean }) {
  const [x, y] = place([0, lifetimeCompute(model, 0)]);
  return (
    <g>
      <path d={markerPath(below ? 'square' : 'diamond', [x, y], 5)} fill={colourOf(kind)} stroke={surface} />
      <Label
        x={x + 10}
        y={below ? y + 30 : y - 42}
        text={`训练：${trillions(model.D)} 万亿 token\n${(lifetimeCompute(model, 0) / 1e22).toFixed(2)}×$10^{22}$`}
        size={fontSize.small}
        colour={textOf(kind)}
      />
    </g>
  );
}

/** What each served token adds, along the line. */
function Slope({ model, kind, above = false }: EndProps & { above?: boolean }) {
  const T = 0.9e12;
  const [x, y] = place([T, lifetimeCompute(model, T)]);
  return (
    <Label
      x={above ? x : x + 24}
      y={above ? y - 16 : y + 22}
      text={`${short(model)}：每个 token ${billions(2 * model.N).replace('.0', '')} GFLOP`}
      anchor={above ? 'end' : 'start'}
      colour={textOf(kind)}
      bold
      halo
    />
  );
}

const short = ({ N }: TrainedModel): string => `${billions(N).replace('.0', '')}B`;
