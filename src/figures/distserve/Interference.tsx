import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import type { Point } from '#draw/frame.ts';
import { Lines } from '#draw/Lines.tsx';
import { step } from './setting.ts';

const sizes = [1, 8, 16, 32, 48, 64];
const curve = (prompts: number): Point[] => sizes.map((n) => [n, step(n, prompts) * 1e3]);

/** The time of a step against its decodes, with and without one prompt among them. */
export default function Interference(): VNode {
  return (
    <Canvas id="interference" height={270} label="一步的时间，有没有一个 prompt 混在里面">
      <Lines
        height={270}
        series={[
          { label: '加一个 prompt', kind: 'prefill', points: curve(1) },
          { label: '只有 decode', kind: 'decode', points: curve(0) },
        ]}
        xAxis={{ label: '一步里 decode 的请求数', domain: [0, 64], ticks: [0, 16, 32, 48, 64] }}
        yAxis={{ label: '这一步的时间（ms）' }}
      />
    </Canvas>
  );
}
