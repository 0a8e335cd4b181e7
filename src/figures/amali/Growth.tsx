import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import type { Point } from '#draw/frame.ts';
import { Lines, type Series } from '#draw/Lines.tsx';
import { intervalCycles, throughputBound } from '#mechanisms/hardware/interval-model.ts';
import { biasStep, HMMA_INTERVAL } from '#mechanisms/hardware/teaching-traces.ts';
import { example, simulated } from './setting.ts';
import { words } from './words.zh.ts';

const warps = [1, 2, 3, 4, 6, 8, 10, 12, 14, 16];
const onLanes = biasStep(HMMA_INTERVAL.lanes);
const per = (cycles: (warps: number) => number): Point[] => warps.map((w) => [w, cycles(w) / w]);

const series: Series[] = [
  { label: words.curves.model, kind: 'accent', points: per((w) => intervalCycles(example, w)) },
  { label: words.curves.truth, kind: 'ink', points: per((w) => simulated(example, w)) },
  { label: words.curves.bound, kind: 'muted', points: per((w) => throughputBound(example, w)), marker: 'none' },
  { label: words.curves.lanes, kind: 'item-3', points: per((w) => intervalCycles(onLanes, w)), dashed: true },
];

/** Cycles per warp as warps join: the simulator, the interval model, and the two rules that miss something. */
export default function Growth(): VNode {
  return (
    <Canvas id="growth" height={310} label="平均每个 warp 的周期数随 warp 数的变化">
      <Lines
        height={310}
        series={series}
        xAxis={{ label: words.warpAxis, domain: [1, 16], ticks: [1, 2, 4, 8, 12, 16] }}
        yAxis={{ label: words.perWarp, domain: [0, 50] }}
      />
    </Canvas>
  );
}
