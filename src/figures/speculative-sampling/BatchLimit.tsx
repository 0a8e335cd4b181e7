import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import type { Point } from '#draw/frame.ts';
import { Lines } from '#draw/Lines.tsx';
import { K, knee, measured, speedupAt } from './setting.ts';

/** Eight batches to each doubling, from 1 to 1024. */
const batches = Array.from({ length: 81 }, (_, i) => 2 ** (i / 8));
const curve = (alpha: number): Point[] => batches.map((batch) => [batch, speedupAt(alpha, batch)]);

/** The speedup against the batch: flat, then falling once the target's step is bound by arithmetic. */
export default function BatchLimit(): VNode {
  return (
    <Canvas id="batch-limit" height={300} label="投机采样的加速倍数随 batch 的变化">
      <Lines
        height={300}
        series={[
          {
            label: `$α$ = ${measured.humanEval.alpha.toFixed(2)}`,
            kind: 'item-2',
            points: curve(measured.humanEval.alpha),
            marker: 'none',
          },
          {
            label: `$α$ = ${measured.xsum.alpha.toFixed(2)}`,
            kind: 'item-4',
            points: curve(measured.xsum.alpha),
            marker: 'none',
            dashed: true,
          },
        ]}
        xAxis={{ scale: 'log2', label: 'batch（同时解码的序列数）', ticks: [1, 4, 16, 64, 256, 1024] }}
        yAxis={{ label: '相对逐个采样的加速（倍）', domain: [0, 3] }}
        references={[
          { axis: 'y', value: 1, label: '不赚不赔' },
          { axis: 'x', value: knee / (K + 1), label: '五倍的位置撞上拐点' },
        ]}
      />
    </Canvas>
  );
}
