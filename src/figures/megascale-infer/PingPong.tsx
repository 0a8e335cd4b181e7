import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Gantt, ganttHeight, type GanttLane } from '#draw/Gantt.tsx';
import { Legend } from '#draw/Legend.tsx';
import { itemKind } from '#draw/palette.ts';
import { schedules } from './setting.ts';
import { words } from './words.zh.ts';

const END = Math.max(...schedules.map(({ total }) => total));
const lanes = schedules.flatMap(({ m, visits }): GanttLane[] =>
  (['attention', 'experts'] as const).map((side) => ({
    label: `${words.rows(m)} ${words.side[side]}`,
    intervals: visits
      .filter((visit) => visit.side === side)
      .map(({ start, end, microBatch, layer }) => ({
        start,
        end,
        kind: itemKind(microBatch),
        label: String(layer + 1),
      })),
  })),
);

/** Three layers with one, two and three micro-batches; numbers in the blocks are layers. */
export default function PingPong(): VNode {
  const chart = { lanes, end: END, label: words.time, showIdle: true };
  return (
    <Canvas id="ping-pong" height={ganttHeight(chart) + 36} label="一、二、三个 micro-batch 在两边来回">
      <Legend keys={[0, 1, 2].map((k) => ({ kind: itemKind(k), label: words.microBatch(k) }))} />
      <Gantt {...chart} y={36} height={ganttHeight(chart)} />
    </Canvas>
  );
}
