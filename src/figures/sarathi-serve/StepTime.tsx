import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import type { Point } from '#draw/frame.ts';
import { Lines } from '#draw/Lines.tsx';
import { a100, linearTime, mistral7b, saturationTokens } from '#mechanisms/serving/cost.ts';

const most = 640;
const knee = saturationTokens(mistral7b, a100);
const counts = [1, ...Array.from({ length: 20 }, (_, i) => (i + 1) * 32), knee].sort((a, b) => a - b);
const line = (gpu: typeof a100) => counts.map((n): Point => [n, linearTime(n, mistral7b, gpu) * 1e3]);

/** The time of the linear layers against the tokens of the batch: flat while the weights take longest to load. */
export default function StepTime(): VNode {
  return (
    <Canvas id="step-time" height={290} label="线性层一步的时间随 token 数的变化">
      <Lines
        height={290}
        series={[
          {
            label: '$T_{math}$',
            kind: 'compute',
            points: line({ ...a100, bandwidth: Infinity }),
            marker: 'none',
            dashed: true,
          },
          {
            label: '$T_{mem}$',
            kind: 'communication',
            points: line({ ...a100, peakFlops: Infinity }),
            marker: 'none',
            dashed: true,
          },
          { label: '$T$', kind: 'accent', points: line(a100), marker: 'none' },
        ]}
        xAxis={{ label: '一步里的 token 数', domain: [0, most], ticks: [0, 128, 256, 384, 512, 640] }}
        yAxis={{ label: '线性层的时间（ms）', domain: [0, 30] }}
        regions={[{ from: 0, to: knee, label: '算力闲着' }]}
        references={[{ axis: 'x', value: knee, label: `拐点 ${Math.round(knee)}` }]}
      />
    </Canvas>
  );
}
