import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Lines } from '#draw/Lines.tsx';
import { fittedLine, losses } from './setting.ts';
import { words } from './words.zh.ts';

const sparse = losses.filter((_, i) => i % 2 === 0);

/** Made-up losses by position, and the law fitted to them. */
export default function Fit(): VNode {
  return (
    <Canvas id="fit" height={270} label="损失随位置变化的幂律拟合">
      <Lines
        height={270}
        series={[
          { label: words.points, kind: 'muted', points: sparse },
          { label: words.fit, kind: 'accent', points: fittedLine, marker: 'none' },
        ]}
        xAxis={{
          scale: 'log',
          label: '位置 $x$',
          domain: [1e3, 1e7],
          ticks: [1e3, 1e4, 1e5, 1e6, 1e7],
          format: words.length,
        }}
        yAxis={{ label: '到此为止的平均损失', domain: [0.9, 1.5], ticks: [0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5] }}
      />
    </Canvas>
  );
}
