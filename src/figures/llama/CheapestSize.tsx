import { Axes } from '#draw/Axes.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, fontSize, type Point } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { markerPath, markers } from '#draw/markers.ts';
import { colourOf, muted, surface, textOf, type Kind } from '#draw/palette.ts';
import { layPlot, type AxisOptions } from '#draw/plot.ts';
import { Region } from '#draw/PlotMarks.tsx';
import { Curve } from './Curve.tsx';
import { billions, cheapest, costOverLeast, edge, volumes } from './setting.ts';

const HEIGHT = 340;
const xAxis: AxisOptions = {
  scale: 'log',
  label: '参数量 $N$（十亿，对数轴）',
  ticks: [2e9, 3e9, 5e9, 7e9, 13e9, 20e9, 40e9],
  format: (N) => String(N / 1e9),
};
const yAxis: AxisOptions = {
  label: '总计算量（各以自己的最低点为 1）',
  ticks: [1, 1.2, 1.4, 1.6, 1.8],
  format: (c) => c.toFixed(1),
};
const plot = layPlot({
  width: columnWidth,
  height: HEIGHT,
  right: 12,
  top: 0,
  xAxis,
  yAxis,
  xDomain: [1.6e9, 40e9],
  yDomain: [0.78, 1.8],
});
const sizes = Array.from({ length: 121 }, (_, i) => 1.9e9 * (40 / 1.9) ** (i / 120));
const looks: readonly { kind: Kind; name: string }[] = [
  { kind: 'ink', name: '只训练' },
  { kind: 'item-1', name: '服务 1 万亿' },
  { kind: 'accent', name: '服务 10 万亿' },
];

/** Equal loss, many sizes: the more tokens are served, the smaller the cheapest model. */
export default function CheapestSize() {
  return (
    <Canvas id="llama-cheapest" height={HEIGHT} label="同样的损失，总计算量随参数量的变化；服务得越多，最低点越靠左">
      <Region plot={plot} from={1.6e9} to={edge} />
      <Axes plot={plot} xAxis={xAxis} yAxis={yAxis} />
      {volumes.map((T, i) => (
        <Curve
          key={T}
          plot={plot}
          points={sizes.map((N): Point => [N, costOverLeast(N, T)])}
          kind={looks[i]!.kind}
          dashed={T === 0}
        />
      ))}
      {cheapest.map(({ N }, i) => (
        <g key={N}>
          <path
            d={markerPath(markers[i]!, [plot.across.at(N), plot.up.at(1)], 5.5)}
            fill={colourOf(looks[i]!.kind)}
            stroke={surface}
          />
          <Label
            x={plot.across.at(N)}
            y={plot.up.at(1) + 26}
            text={`${looks[i]!.name}\n最省 ${billions(N)}B`}
            size={fontSize.small}
            anchor="middle"
            colour={textOf(looks[i]!.kind)}
            halo
          />
        </g>
      ))}
      <Label
        x={plot.across.at(edge) + 7}
        y={plot.box.y + 20}
        text={`小于 ${billions(edge)}B\n追不上`}
        size={fontSize.small}
        colour={muted}
        halo
      />
    </Canvas>
  );
}
