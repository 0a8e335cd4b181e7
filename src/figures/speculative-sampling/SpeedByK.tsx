import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import type { Point } from '#draw/frame.ts';
import { Lines, type Series } from '#draw/Lines.tsx';
import { alone, K, measured, msPerToken } from './setting.ts';

const proposals = Array.from({ length: 11 }, (_, k) => k);
const curve = (alpha: number): Point[] => proposals.map((k) => [k, msPerToken(alpha, k)]);

const series: Series[] = [
  { label: '$α$ = 0.50', kind: 'muted', points: curve(0.5) },
  { label: `$α$ = ${measured.xsum.alpha.toFixed(2)}（XSum）`, kind: 'item-4', points: curve(measured.xsum.alpha) },
  {
    label: `$α$ = ${measured.humanEval.alpha.toFixed(2)}（HumanEval）`,
    kind: 'item-2',
    points: curve(measured.humanEval.alpha),
  },
];

/** Time per token against the number of proposals, for three acceptance rates. */
export default function SpeedByK(): VNode {
  return (
    <Canvas id="speed-by-k" height={310} label="每个 token 的平均时间随 K 的变化，三种接受率">
      <Lines
        height={310}
        series={series}
        xAxis={{ label: '每轮提议几个，$K$', domain: [0, 10], ticks: [0, 2, 4, 6, 8, 10] }}
        yAxis={{ label: '平均每个 token（ms）', domain: [0, 18], ticks: [0, 4, 8, 12, 16] }}
        references={[
          { axis: 'y', value: alone.target(), label: '' },
          { axis: 'x', value: K, label: '论文表 1 取 $K$ = 4' },
        ]}
      />
    </Canvas>
  );
}
