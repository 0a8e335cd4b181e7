import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import type { Point } from '#draw/frame.ts';
import { Lines } from '#draw/Lines.tsx';
import { tail } from './setting.ts';

const sizes = [1, 2, 4, 8, 16, 32, 64, 128, 256];
const curve = (data: Parameters<typeof tail>[0]): Point[] => sizes.map((B) => [B, tail(data, B) * 100]);

/** What unfilled last blocks waste, against the block size. */
export default function BlockSize(): VNode {
  return (
    <Canvas id="block-size" height={300} label="末块浪费随块大小的变化">
      <Lines
        height={300}
        series={[
          { label: 'Alpaca', kind: 'ink', points: curve('alpaca') },
          { label: 'ShareGPT', kind: 'accent', points: curve('shareGpt') },
        ]}
        xAxis={{ scale: 'log2', label: '块大小 $B$（token）', ticks: sizes }}
        yAxis={{ label: '末块空着的位置（占已分出的 %）', domain: [0, 80] }}
        references={[{ axis: 'x', value: 16, label: '默认 16' }]}
      />
    </Canvas>
  );
}
