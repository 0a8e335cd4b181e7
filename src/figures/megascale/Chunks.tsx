import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Gantt, ganttHeight, type GanttLane } from '#draw/Gantt.tsx';
import { overlaps, SPAN } from './setting.ts';
import { words } from './words.zh.ts';

const lanes = overlaps.flatMap(({ chunks, times }): GanttLane[] => [
  {
    label: `${words.chunks(chunks)} ${words.compute}`,
    intervals: times.map(({ compute }, i) => ({ ...compute, kind: 'forward' as const, label: String(i + 1) })),
  },
  {
    label: `${words.chunks(chunks)} ${words.send}`,
    intervals: times.map(({ send }, i) => ({ ...send, kind: 'communication' as const, label: String(i + 1) })),
  },
]);

/** One product and its communication in one, two and four chunks. */
export default function Chunks(): VNode {
  const chart = { lanes, end: 2 * SPAN, label: '时间' };
  return (
    <Canvas id="chunks" height={ganttHeight(chart)} label="切块以后，通信与计算重叠">
      <Gantt {...chart} height={ganttHeight(chart)} />
    </Canvas>
  );
}
