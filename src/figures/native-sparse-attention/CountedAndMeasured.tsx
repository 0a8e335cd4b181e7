import { Canvas } from '#draw/Canvas.tsx';
import type { Point } from '#draw/frame.ts';
import { Lines } from '#draw/Lines.tsx';
import { lengths, visitsRatio } from './setting.ts';

/** Figure 6: speed of NSA's Triton kernels over FlashAttention-2 in Triton, on A100. */
const measured = { forward: [2.1, 3.8, 6.3, 9.0], backward: [1.1, 2.0, 3.4, 6.0] } as const;
const points = (values: readonly number[]): Point[] => values.map((value, i) => [lengths[i]! / 1024, value]);

/** How many fewer keys are visited over a causal sequence, and how much faster the kernels measured. */
export default function CountedAndMeasured() {
  return (
    <Canvas id="counted-and-measured" height={290} label="按访问的 key 数算出的倍数，与实测的内核加速">
      <Lines
        height={290}
        series={[
          { label: '数出来的', kind: 'muted', points: points(lengths.map(visitsRatio)), dashed: true },
          { label: '实测，前向', kind: 'accent', points: points(measured.forward) },
          { label: '实测，反向', kind: 'ink', points: points(measured.backward) },
        ]}
        xAxis={{ scale: 'log', label: '序列长度（k token）', ticks: [8, 16, 32, 64] }}
        yAxis={{ label: '是完整注意力的几倍快', domain: [0, 10] }}
      />
    </Canvas>
  );
}
