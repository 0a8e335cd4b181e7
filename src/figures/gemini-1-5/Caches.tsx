import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Lines } from '#draw/Lines.tsx';
import { caches } from './setting.ts';
import { words } from './words.zh.ts';

/** KV cache of LLaMA 65B's shape by length. */
export default function Caches(): VNode {
  return (
    <Canvas id="caches" height={290} label="KV cache 随上下文长度的增长">
      <Lines
        height={290}
        series={[
          { label: words.all, kind: 'accent', points: caches.all, marker: 'none' },
          { label: words.grouped, kind: 'ink', points: caches.grouped, marker: 'none', dashed: true },
        ]}
        xAxis={{
          scale: 'log',
          label: '上下文的 token 数',
          domain: [1e3, 1e7],
          ticks: [1e3, 1e4, 1e5, 1e6, 1e7],
          format: words.length,
        }}
        yAxis={{ scale: 'log', label: 'KV cache（GB）', domain: [0.1, 40_000], ticks: [0.1, 1, 10, 100, 1000, 10_000] }}
        references={[{ axis: 'y', value: 80, label: words.card }]}
      />
    </Canvas>
  );
}
