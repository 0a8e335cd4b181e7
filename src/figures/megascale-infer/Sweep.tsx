import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Lines } from '#draw/Lines.tsx';
import { itemKind } from '#draw/palette.ts';
import { counts, sweep, ways } from './setting.ts';
import { words } from './words.zh.ts';

/** Share of the time in which a side is busy, by the number of micro-batches. */
export default function Sweep(): VNode {
  return (
    <Canvas id="sweep" height={290} label="micro-batch 个数与 GPU 忙碌的时间占比">
      <Lines
        height={290}
        series={ways.map((Tc, i) => ({ label: words.way(Tc), kind: itemKind(i), points: sweep[i]! }))}
        xAxis={{ label: 'micro-batch 个数 $m$', domain: [1, 5], ticks: counts }}
        yAxis={{ label: '忙碌的时间占比', domain: [0, 1.05], ticks: [0, 0.25, 0.5, 0.75, 1] }}
      />
    </Canvas>
  );
}
