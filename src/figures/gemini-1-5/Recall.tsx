import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Lines } from '#draw/Lines.tsx';
import { recall } from './setting.ts';
import { words } from './words.zh.ts';

/** Recall as the report prints it: one needle, and a hundred at once. */
export default function Recall(): VNode {
  return (
    <Canvas id="recall" height={270} label="一根针与一百根针的召回率">
      <Lines
        height={270}
        series={[
          { label: words.one, kind: 'accent', points: recall.one },
          { label: words.hundred, kind: 'ink', points: recall.hundred, dashed: true },
        ]}
        xAxis={{ scale: 'log', label: '上下文（百万 token）', domain: [0.1, 10], ticks: [0.128, 0.53, 1, 10] }}
        yAxis={{ label: '召回率（%）', domain: [0, 105], ticks: [0, 25, 50, 75, 100] }}
      />
    </Canvas>
  );
}
