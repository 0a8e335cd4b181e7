import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import type { Point } from '#draw/frame.ts';
import { Lines } from '#draw/Lines.tsx';
import { perGpuLimit, replicate, type Instance } from '#mechanisms/serving/goodput.ts';

/** What one GPU bears of each phase (Fig. 1). */
export const prefill: Instance = { goodput: 5.6, gpus: 1 };
export const decode: Instance = { goodput: 10, gpus: 1 };
export const measuredTogether = 1.6;

const curve = Array.from({ length: 241 }, (_, i): Point => {
  const R = 0.25 + i / 4;
  return [R, replicate(R, prefill, decode).perGpu];
});

/** What each GPU bears at a given total rate when instances come whole. */
export default function Replicas(): VNode {
  return (
    <Canvas id="replicas" height={270} label="每张卡承担的请求率随总请求率的变化">
      <Lines
        height={270}
        series={[{ label: '分开', kind: 'accent', points: curve, marker: 'none' }]}
        xAxis={{ label: '总请求率 $R$（每秒）', domain: [0, 60], ticks: [0, 10, 20, 30, 40, 50, 60] }}
        yAxis={{ label: '每张卡每秒承担的请求', domain: [0, 4], ticks: [0, 1, 2, 3, 4] }}
        references={[
          { axis: 'y', value: measuredTogether, label: '混在一起 1.6' },
          { axis: 'y', value: perGpuLimit(prefill, decode), label: `上限 ${perGpuLimit(prefill, decode).toFixed(2)}` },
        ]}
      />
    </Canvas>
  );
}
