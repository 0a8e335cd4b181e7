import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Gantt, ganttHeight, type GanttLane } from '#draw/Gantt.tsx';
import { times } from './setting.ts';
import { words } from './words.zh.ts';

const lanesOf = (model: keyof typeof times): GanttLane[] => {
  const { first } = times[model];
  const name = words.models[model];
  return [
    {
      label: `${name} ${words.load}`,
      intervals: first.map(({ load }, l) => ({ ...load, kind: 'communication' as const, label: String(l) })),
    },
    {
      label: `${name} ${words.recompute}`,
      intervals: first.map(({ compute }, l) => ({ ...compute, kind: 'prefill' as const, label: String(l) })),
    },
  ];
};

/** Loading beside recomputation, the first six layers of either model. */
export default function Overlap(): VNode {
  const chart = { lanes: [...lanesOf('small'), ...lanesOf('large')], end: 100, label: words.time };
  return (
    <Canvas id="overlap" height={ganttHeight(chart)} label="两个模型读取与重算的重叠">
      <Gantt {...chart} height={ganttHeight(chart)} />
    </Canvas>
  );
}
