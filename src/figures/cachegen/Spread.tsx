import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Lines } from '#draw/Lines.tsx';
import { spread } from './setting.ts';
import { words } from './words.zh.ts';

/** How large differences are beside the values, as neighbours become alike. */
export default function Spread(): VNode {
  return (
    <Canvas id="spread" height={290} label="差分的方差与原值方差之比，随相邻 token 的相关系数变化">
      <Lines
        height={290}
        series={[
          { label: words.spread.anchor, kind: 'accent', points: spread.anchor, marker: 'none' },
          { label: words.spread.previous, kind: 'ink', points: spread.previous, marker: 'none', dashed: true },
        ]}
        xAxis={{ label: '相邻 token 的相关系数 $ρ$', domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1] }}
        yAxis={{ label: '差的方差 ÷ 原值的方差', domain: [0, 2.1], ticks: [0, 0.5, 1, 1.5, 2] }}
        references={[{ axis: 'y', value: 1 }]}
      />
    </Canvas>
  );
}
