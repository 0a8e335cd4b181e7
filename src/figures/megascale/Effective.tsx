import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Lines } from '#draw/Lines.tsx';
import { best, played, rates } from './setting.ts';
import { words } from './words.zh.ts';

/** Effective training time by the interval between checkpoints, quick and slow to save. */
export default function Effective(): VNode {
  return (
    <Canvas id="effective" height={300} label="有效训练时间随存档间隔变化">
      <Lines
        height={300}
        series={[
          { label: words.fast, kind: 'accent', points: rates.fast, marker: 'none' },
          { label: words.slow, kind: 'ink', points: rates.slow, marker: 'none', dashed: true },
          { label: words.played, kind: 'muted', points: played },
        ]}
        xAxis={{ scale: 'log', label: '存档间隔（分钟）', domain: [2, 240], ticks: [2, 5, 12, 30, 60, 120, 240] }}
        yAxis={{
          label: '有效训练时间',
          domain: [0.6, 1],
          ticks: [0.6, 0.7, 0.8, 0.9, 1],
          format: (value) => `${Math.round(value * 100)}%`,
        }}
        references={[
          { axis: 'x', value: best.fast },
          { axis: 'x', value: best.slow },
        ]}
      />
    </Canvas>
  );
}
