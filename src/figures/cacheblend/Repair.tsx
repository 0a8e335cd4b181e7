import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Lines } from '#draw/Lines.tsx';
import { curves, shares } from './setting.ts';
import { words } from './words.zh.ts';

const points = (values: readonly number[]) => values.map((value, i): [number, number] => [shares[i]! * 100, value]);

/** Error at the question by the share of tokens recomputed, chosen by deviation and at random. */
export default function Repair(): VNode {
  return (
    <Canvas id="repair" height={300} label="问题处的误差随重算比例下降，按偏差选与随机选">
      <Lines
        height={300}
        series={[
          { label: words.deviation, kind: 'accent', points: points(curves.deviation) },
          { label: words.random, kind: 'ink', points: points(curves.random), dashed: true },
        ]}
        xAxis={{ label: '重算的 token（%）', domain: [0, 100], ticks: [0, 15, 30, 50, 75, 100] }}
        yAxis={{ label: '问题处隐状态的相对误差', domain: [0, Math.max(...curves.random) * 1.08] }}
        references={[{ axis: 'x', value: 15 }]}
      />
    </Canvas>
  );
}
