import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Gantt, ganttHeight, type GanttInterval, type GanttProps } from '#draw/Gantt.tsx';
import { fontSize } from '#draw/frame.ts';
import { ganttLayout } from '#draw/gantt-layout.ts';
import { Label } from '#draw/Label.tsx';
import { textOn } from '#draw/palette.ts';
import { intervals, waits, walk } from '#mechanisms/hardware/interval-model.ts';
import { example } from './setting.ts';
import { causes, words } from './words.zh.ts';

const steps = walk(example);
const cut = intervals(example);
const tensor = example.flatMap((one, i) => (one.unit === 'tensor' ? [i] : []));

const props: GanttProps = {
  label: words.cycles,
  end: cut.reduce((sum, { length }) => sum + length, 0),
  lanes: [
    {
      label: words.lanes.intervals,
      intervals: cut.map(({ start, length }) => ({
        start,
        end: start + length,
        kind: 'accent',
        tone: 'tint',
        label: String(length),
      })),
    },
    {
      label: words.lanes.issue,
      intervals: steps.map(({ issued }, i) => ({
        start: issued,
        end: issued + 1,
        kind: causes.selected.kind,
        title: `${i} ${example[i]!.name}`,
      })),
    },
    {
      label: words.lanes.waits,
      intervals: waits(example).map(({ start, end, cause }): GanttInterval => ({
        start,
        end,
        kind: causes[cause].kind,
        label: causes[cause].short,
      })),
    },
    {
      label: words.lanes.tensor,
      intervals: tensor.map((i) => ({
        start: steps[i]!.issued,
        end: steps[i]!.issued + example[i]!.interval,
        kind: 'ink',
        label: `${example[i]!.name} ${i}`,
      })),
    },
  ],
};

const layout = ganttLayout(props);
const issueLane = layout.lane(1);

/** One warp alone: its intervals, its issues, what it waits for in between, and how long HMMA holds the tensor core. */
export default function Timeline(): VNode {
  return (
    <Canvas
      id="timeline"
      height={ganttHeight(props)}
      minWidth={620}
      label="一个 warp 的八条指令：49 个周期切成五个区间"
    >
      <Gantt {...props} />
      {steps.map(({ issued }, i) => (
        <Label
          key={i}
          x={layout.times.at(issued + 0.5)}
          y={issueLane.y + issueLane.height / 2}
          text={String(i)}
          size={fontSize.small}
          anchor="middle"
          colour={textOn(causes.selected.kind)}
        />
      ))}
    </Canvas>
  );
}
