import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Lines } from '#draw/Lines.tsx';
import { itemKind } from '#draw/palette.ts';
import { margins, sharesAsked } from './setting.ts';
import { words } from './words.zh.ts';

/** The margin of logits that one needle needs, by the number of keys. */
export default function Margins(): VNode {
  return (
    <Canvas id="margins" height={280} label="针要高出多少分才能拿到指定的注意力权重">
      <Lines
        height={280}
        series={sharesAsked.map((w, i) => ({
          label: words.share(w),
          kind: itemKind(i),
          points: margins[i]!,
          marker: 'none' as const,
        }))}
        xAxis={{
          scale: 'log',
          label: '上下文里的 key 个数 $n$',
          domain: [1e3, 1e7],
          ticks: [1e3, 1e4, 1e5, 1e6, 1e7],
          format: words.length,
        }}
        yAxis={{ label: '要高出的分数 $m$', domain: [0, 22], ticks: [0, 5, 10, 15, 20] }}
      />
    </Canvas>
  );
}
