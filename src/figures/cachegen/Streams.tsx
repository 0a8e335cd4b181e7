import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Gantt, ganttHeight, type GanttLane } from '#draw/Gantt.tsx';
import { Legend } from '#draw/Legend.tsx';
import type { Kind } from '#draw/palette.ts';
import type { Sent, Way } from '#mechanisms/kv-cache/kv-streaming.ts';
import { deadline, endOf, gigabits, network, sent } from './setting.ts';
import { words } from './words.zh.ts';

const END = 2.5;
const kindOf = (way: Way): Kind => (way === 'text' ? 'prefill' : 'kv');
const lane = (label: string, chunks: readonly Sent[]): GanttLane => ({
  label,
  intervals: chunks.map(({ way, start, end }) => ({
    start,
    end,
    kind: kindOf(way),
    tone: way === 0 || way === 'text' ? ('solid' as const) : ('tint' as const),
    label: words.way(way),
  })),
  note: words.ends(endOf(chunks)),
});
const lanes = [
  lane(words.lanes.best, sent.best),
  lane(words.lanes.text, sent.text),
  lane(words.lanes.adaptive, sent.adaptive),
];
const speeds: GanttLane = {
  label: words.speed,
  intervals: network.map(({ from, rate }, i) => ({
    start: from,
    end: network[i + 1]?.from ?? END,
    kind: 'communication' as const,
    tone: 'tint' as const,
    label: String(gigabits(rate)),
  })),
};

/** One context over one bad network in three ways, on one clock with the deadline. */
export default function Streams(): VNode {
  const chart = { lanes: [speeds, ...lanes], end: END, label: words.time };
  return (
    <Canvas id="streams" height={ganttHeight(chart) + 44} label="同一段上下文在同一个网络上的三种传法">
      <Legend
        keys={[
          { kind: 'kv', label: 'KV 码流（高）' },
          { kind: 'kv', tone: 'tint', label: 'KV 码流（中、低）' },
          { kind: 'prefill', label: '文本，重算' },
        ]}
      />
      <Gantt {...chart} y={44} height={ganttHeight(chart)} references={[{ value: deadline, label: words.deadline }]} />
    </Canvas>
  );
}
