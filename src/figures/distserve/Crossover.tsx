import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import type { Point } from '#draw/frame.ts';
import { Lines } from '#draw/Lines.tsx';
import { crossover } from '#mechanisms/serving/ttft-queue.ts';

const speedUps = Array.from({ length: 19 }, (_, i) => 1.05 + i * 0.05);
const curve = speedUps.map((K): Point => [K, crossover(K)]);
const limit = speedUps.map((K): Point => [K, K]);

/** The load at which pipeline stages overtake two GPUs on every layer, against what the second GPU speeds up. */
export default function Crossover(): VNode {
  return (
    <Canvas id="crossover" height={290} label="两种并行的分界随加速系数的变化">
      <Lines
        height={290}
        series={[
          { label: '张量并行排满', kind: 'muted', points: limit, marker: 'none', dashed: true },
          { label: '分界', kind: 'accent', points: curve, marker: 'none' },
        ]}
        xAxis={{ label: '加速系数 $K$', domain: [1, 2], ticks: [1, 1.2, 1.4, 1.6, 1.8, 2] }}
        yAxis={{ label: '负载 $RD$', domain: [0, 2], ticks: [0, 0.5, 1, 1.5, 2] }}
      />
    </Canvas>
  );
}
