import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { Gantt, ganttHeight, type GanttLane, type GanttProps } from '#draw/Gantt.tsx';
import { Label } from '#draw/Label.tsx';
import { itemKind } from '#draw/palette.ts';
import { simulate, type Issue } from '#mechanisms/hardware/sub-core.ts';
import { example, simulated } from './setting.ts';
import { words } from './words.zh.ts';

const counts = [1, 2, 4] as const;
const end = simulated(example, counts.at(-1)!);

const marks = (label: string, issues: readonly Issue[], length: (index: number) => number): GanttLane => ({
  label,
  intervals: issues.map(({ cycle, warp, index }) => ({
    start: cycle,
    end: cycle + length(index),
    kind: itemKind(warp),
    label: String(warp + 1),
  })),
});

function chart(warps: number): GanttProps {
  const issues = simulate(example, warps);
  const last = warps === counts.at(-1);
  return {
    end,
    showIdle: true,
    axis: last,
    ...(last && { label: words.cycles }),
    lanes: [
      marks(words.lanes.issue, issues, () => 1),
      marks(
        words.lanes.tensor,
        issues.filter(({ index }) => example[index]!.unit === 'tensor'),
        (index) => example[index]!.interval,
      ),
    ],
  };
}

const step = 92;

/** The issue slot and the tensor core of one sub-core, cycle by cycle, with one, two and four warps. */
export default function Slots(): VNode {
  const charts = counts.map(chart);
  return (
    <Canvas
      id="slots"
      height={(counts.length - 1) * step + 24 + ganttHeight(charts.at(-1)!)}
      minWidth={620}
      label="一个 sub-core 的发射口与 Tensor Core：1、2、4 个 warp"
    >
      {counts.map((warps, i) => (
        <g key={warps}>
          <Label x={0} y={i * step + 10} text={words.warps(warps)} size={fontSize.small} bold />
          <Label
            x={columnWidth}
            y={i * step + 10}
            text={`${simulated(example, warps)} ${words.cycles}`}
            size={fontSize.small}
            anchor="end"
          />
          <Gantt y={i * step + 22} {...charts[i]!} />
        </g>
      ))}
    </Canvas>
  );
}
