import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, type Point } from '#draw/frame.ts';
import { SmallPlots } from '#figures/serving/SmallPlots.tsx';
import { decodeOnly, p90, prefillOnly, slo, together, tpotOf, ttftOf } from './setting.ts';

const both = (of: typeof ttftOf): Point[] =>
  together.map(({ rate, served }): Point => [rate, p90(served.map(of)) * 1e3]);

/** P90 latencies of one GPU against its load: doing both phases, or one. */
export default function Goodput(): VNode {
  return (
    <Canvas id="goodput" height={260} minWidth={600} label="一张卡的 P90 TTFT 与 P90 TPOT 随请求率的变化">
      <SmallPlots
        width={columnWidth}
        height={260}
        plots={[
          {
            series: [
              { label: '两样都做', kind: 'ink', points: both(ttftOf) },
              {
                label: '只做\nprefill',
                kind: 'prefill',
                points: prefillOnly.map(({ rate, ttft }) => [rate, ttft * 1e3]),
              },
            ],
            xAxis: { label: '每秒请求数', domain: [0, 7], ticks: [0, 2, 4, 6] },
            yAxis: { label: 'P90 TTFT（ms），虚线是目标', domain: [0, 700] },
            references: [{ axis: 'y', value: slo.ttft * 1e3 }],
          },
          {
            series: [
              { label: '两样都做', kind: 'ink', points: both(tpotOf) },
              {
                label: '只做\ndecode',
                kind: 'decode',
                points: decodeOnly.map(({ rate, tpot }) => [rate, tpot * 1e3]),
              },
            ],
            xAxis: { label: '每秒请求数', domain: [0, 14], ticks: [0, 4, 8, 12] },
            yAxis: { label: 'P90 TPOT（ms），虚线是目标', domain: [0, 160] },
            references: [{ axis: 'y', value: slo.tpot * 1e3 }],
          },
        ]}
      />
    </Canvas>
  );
}
