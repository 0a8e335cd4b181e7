import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Lines } from '#draw/Lines.tsx';
import { repeated } from './setting.ts';
import { words } from './words.zh.ts';

/** How much an evaluation on 357 incidents varies, by the number of runs. */
export default function Repeated(): VNode {
  return (
    <Canvas id="repeated" height={260} label="重复次数与评测结果的起伏">
      <Lines
        height={260}
        series={[
          {
            label: words.spread,
            kind: 'accent',
            points: repeated.map(({ N, spread }): [number, number] => [N, spread * 100]),
          },
        ]}
        xAxis={{ label: '末一步跑几次', domain: [1, 9], ticks: repeated.map(({ N }) => N) }}
        yAxis={{ label: '百分点', domain: [0, 0.8], ticks: [0, 0.2, 0.4, 0.6, 0.8] }}
        references={[{ axis: 'x', value: 3 }]}
      />
    </Canvas>
  );
}
