import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { Gantt, ganttHeight, type GanttLane, type GanttProps } from '#draw/Gantt.tsx';
import { Label } from '#draw/Label.tsx';
import { Legend, legendHeight } from '#draw/Legend.tsx';
import { stepTimeline, type Activity } from '#mechanisms/hardware/step-timeline.ts';
import { mappingTime } from '#mechanisms/hardware/tile-search.ts';
import { toy, toyProduct, toyTile } from './setting.ts';

const ways = [
  { title: '缓存 12 个数：一件一件做', mapper: toy(12), doubleBuffered: false },
  { title: '缓存 24 个数：双缓冲，边搬边算', mapper: toy(24), doubleBuffered: true },
] as const;
const times = ways.map(({ mapper }) => mappingTime(mapper, toyProduct, toyTile, 'C'));
const end = Math.max(...times);
const keys = [
  { kind: 'communication', label: '读 A、B' },
  { kind: 'accent', label: '写 C' },
  { kind: 'compute', label: '算' },
] as const;

const lane = (label: string, activities: readonly Activity[], kinds: readonly Activity['kind'][]): GanttLane => ({
  label,
  intervals: activities
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, tile, start, end: stop }) => ({
      start,
      end: stop,
      kind: kind === 'compute' ? 'compute' : kind === 'read' ? 'communication' : 'accent',
      ...(kind !== 'write' && { label: String(tile + 1) }),
    })),
});

function chart({ mapper, doubleBuffered }: (typeof ways)[number], last: boolean): GanttProps {
  const activities = stepTimeline(mapper, toyProduct, toyTile, 'C', doubleBuffered);
  return {
    lanes: [lane('显存通道', activities, ['read', 'write']), lane('计算', activities, ['compute'])],
    end,
    showIdle: true,
    axis: last,
    ...(last && { label: '时间（拍）' }),
  };
}

const top = legendHeight({ keys }) + 8;
const step = 92;

/** The same twelve tiles, one thing after another and overlapped. */
export default function Overlap(): VNode {
  const charts = ways.map((way, i) => chart(way, i === ways.length - 1));
  return (
    <Canvas
      id="overlap"
      height={top + step + 28 + ganttHeight(charts[1]!)}
      minWidth={600}
      label="十二块的读、算、写：不重叠 216 拍，双缓冲 128 拍"
    >
      <Legend keys={keys} />
      {ways.map(({ title }, i) => (
        <g key={title}>
          <Label x={0} y={top + i * step + 12} text={title} size={fontSize.small} bold />
          <Label
            x={columnWidth}
            y={top + i * step + 12}
            text={`共 ${times[i]} 拍`}
            size={fontSize.small}
            anchor="end"
          />
          <Gantt y={top + i * step + 26} {...charts[i]!} />
        </g>
      ))}
    </Canvas>
  );
}
