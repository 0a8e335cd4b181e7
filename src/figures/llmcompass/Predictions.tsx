import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth } from '#draw/frame.ts';
import { Lines } from '#draw/Lines.tsx';
import type { MatmulPrediction } from '#mechanisms/hardware/matmul-predictions.ts';
import { predictions } from './setting.ts';

const panels = [
  { label: '$m$（$n=k=12288$）', ticks: [64, 512, 4096, 32768], half: predictions.slice(0, 10), size: 'm' },
  { label: '$n=k$（$m=8192$）', ticks: [64, 512, 4096, 32768], half: predictions.slice(10), size: 'n' },
] as const;
const gap = 16;
const width = (columnWidth - gap) / 2;

/** The twenty products of Figure 5a, b: predicted over measured, by the roofline and by the tile search. */
export default function Predictions(): VNode {
  const ratio = (half: readonly MatmulPrediction[], size: 'm' | 'n', by: 'roofline' | 'searched') =>
    half.map((one): [number, number] => [one.product[size], one[by] / one.measured]);
  return (
    <Canvas id="predictions" height={270} minWidth={600} label="二十个矩阵乘法：预测时间与 A100 实测之比">
      {panels.map(({ label, ticks, half, size }, i) => (
        <Lines
          key={size}
          x={i * (width + gap)}
          width={width}
          height={270}
          series={[
            { label: '屋顶线', kind: 'muted', points: ratio(half, size, 'roofline') },
            { label: '分块搜索', kind: 'accent', points: ratio(half, size, 'searched') },
          ]}
          xAxis={{ scale: 'log2', label, ticks }}
          yAxis={{ label: '预测 ÷ 实测', domain: [0, 1.2], ticks: [0, 0.25, 0.5, 0.75, 1] }}
          references={[{ axis: 'y', value: 1 }]}
        />
      ))}
    </Canvas>
  );
}
