import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Lines } from '#draw/Lines.tsx';
import { scaling } from './setting.ts';
import { words } from './words.zh.ts';

const points = (values: readonly number[]) => values.map((y, i): [number, number] => [scaling.gpus[i]!, y]);

/** Table 2: MFU as GPUs grow at one batch. */
export default function Scaling(): VNode {
  return (
    <Canvas id="scaling" height={280} label="batch 固定，卡数增加时的 MFU">
      <Lines
        height={280}
        series={[
          { label: 'MegaScale', kind: 'accent', points: points(scaling.megascale) },
          { label: words.baseline, kind: 'ink', points: points(scaling.megatron), dashed: true },
        ]}
        xAxis={{ label: 'GPU 数', domain: [2000, 13000], ticks: scaling.gpus }}
        yAxis={{ label: 'MFU（%）', domain: [0, 65], ticks: [0, 20, 40, 60] }}
      />
    </Canvas>
  );
}
