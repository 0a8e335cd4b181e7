import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Lines } from '#draw/Lines.tsx';
import { itemKind } from '#draw/palette.ts';
import { merged, ridge, utilisations } from './setting.ts';
import { words } from './words.zh.ts';

/** How busy an expert's GPU is by the requests that one attention node decodes. */
export default function Utilisation(): VNode {
  return (
    <Canvas id="utilisation" height={300} label="专家的算力利用率随每台注意力节点的批而升">
      <Lines
        height={300}
        series={[
          { label: words.dense, kind: 'ink', points: utilisations.dense, marker: 'none', dashed: true },
          ...merged.map((n, i) => ({
            label: words.merged(n),
            kind: itemKind(i),
            points: utilisations.moe[i]!,
            marker: 'none' as const,
          })),
        ]}
        xAxis={{ label: '每台注意力节点正在解码的请求数', domain: [0, 900], ticks: [0, ridge, 312, 624, 900] }}
        yAxis={{ label: 'FFN 的算力利用率', domain: [0, 1.05], ticks: [0, 0.25, 0.5, 0.75, 1] }}
      />
    </Canvas>
  );
}
