import { Canvas } from '#draw/Canvas.tsx';
import type { Point } from '#draw/frame.ts';
import { Lines } from '#draw/Lines.tsx';
import { B, sliced } from './pipeline.ts';

const tried = sliced.tried.filter(({ latency }) => Number.isFinite(latency));
const stop = sliced.latency / B;

/** Eq. (4) for every bound that is tried, above the floor B·t_max that ends the search. */
export default function Bottleneck() {
  return (
    <Canvas id="alpa-bottleneck" height={300} label="上限 t_max 与总延迟：6 处最小，到 8.625 停">
      <Lines
        height={300}
        series={[
          {
            label: '总延迟（式 4）',
            kind: 'accent',
            points: tried.map(({ tMax, latency }): Point => [tMax, latency]),
          },
          {
            label: '下界 $B·t_{max}$',
            kind: 'muted',
            marker: 'none',
            points: [4, stop].map((tMax): Point => [tMax, B * tMax]),
          },
        ]}
        xAxis={{ label: '最慢一段的上限 $t_{max}$', domain: [4, 9], ticks: [4, 5, 6, 7, 8, 9] }}
        yAxis={{ label: '一个 batch 的时间', domain: [15, 50] }}
        references={[{ axis: 'y', value: sliced.latency, label: '$T^*$', kind: 'ink' }]}
      />
    </Canvas>
  );
}
