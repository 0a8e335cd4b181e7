import { Canvas } from '#draw/Canvas.tsx';
import { formatPercent } from '#draw/format.ts';
import type { Point } from '#draw/frame.ts';
import { Lines } from '#draw/Lines.tsx';
import { stages, waste } from './setting.ts';

const factors = [1, 1.25, 1.5, 1.75, 2];
const dropped = (stage: number): Point[] => factors.map((factor): Point => [factor, waste(stage, factor).dropped]);
const last = stages.length - 1;

/** Dropped tokens against the capacity factor, with the router of each stage; and the places that stay empty. */
export default function DropsAndBlanks() {
  return (
    <Canvas id="drops-and-blanks" height={310} label="容量因子与丢掉的 token、空座的关系">
      <Lines
        height={310}
        series={[
          {
            label: '空座，拉匀后',
            kind: 'muted',
            dashed: true,
            points: factors.map((f): Point => [f, waste(last, f).empty]),
          },
          { label: '丢，开始', kind: 'ink', points: dropped(0) },
          { label: '丢，20 步后', kind: 'item-2', points: dropped(1) },
          { label: '丢，100 步后', kind: 'accent', points: dropped(last) },
        ]}
        xAxis={{ label: '容量因子', ticks: factors }}
        yAxis={{ label: '占比', domain: [0, 0.5], format: (value) => formatPercent(value, 2) }}
      />
    </Canvas>
  );
}
