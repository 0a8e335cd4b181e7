import { formatNumber } from '#draw/format.ts';
import { Canvas } from '#draw/Canvas.tsx';
import { Gantt, ganttHeight } from '#draw/Gantt.tsx';
import { Label } from '#draw/Label.tsx';
import { Legend } from '#draw/Legend.tsx';
import { jobsOf } from '#mechanisms/pipeline/schedule.ts';
import type { Stage } from '#mechanisms/pipeline/stage-slicing.ts';
import { equalLayers, latencyOf, scheduleOf, simulated, sliced } from './pipeline.ts';
import { words } from './words.zh.ts';

const END = 48;
const LANE = 27;
const TOP = 28;
const charts = [
  { name: words.equal, stages: equalLayers(4, [1, 2]) },
  { name: words.dynamic, stages: sliced.stages },
];
const axis = ganttHeight({ lanes: [], label: words.clock });

function lanesOf(stages: readonly Stage[]) {
  const schedule = scheduleOf(stages);
  return schedule.workers.map((worker, stage) => ({
    label: words.lane(stage, stages[stage]!),
    intervals: jobsOf(schedule, worker).map(({ start, end, kind, microBatch }) => ({
      start,
      end,
      kind: kind === 'forward' ? ('forward' as const) : ('backward' as const),
      tone: 'tint' as const,
      label: String(microBatch!.index),
    })),
  }));
}

/** Two slicings of one model on one clock: as many layers each, and what the dynamic program finds. */
export default function Timelines() {
  let y = TOP;
  const placed = charts.map(({ name, stages }) => {
    const at = y;
    y += 28 + stages.length * LANE + 8;
    return { name, stages, at };
  });
  return (
    <Canvas
      id="alpa-timelines"
      height={y + axis - 8}
      label={`同一个模型的两种切法：${charts.map(({ name, stages }) => `${name}，1F1B 排出来 ${formatNumber(simulated(stages))}`).join('；')}`}
    >
      <Legend
        keys={[
          { kind: 'forward', tone: 'tint', label: '前向' },
          { kind: 'backward', tone: 'tint', label: '反向' },
          { kind: 'idle', label: '空闲' },
        ]}
      />
      {placed.map(({ name, stages, at }, i) => {
        const bottom = i === charts.length - 1;
        const lanes = stages.length * LANE;
        return (
          <g key={name}>
            <Label x={0} y={at + 12} text={name} bold />
            <Label x={646} y={at + 12} anchor="end" text={words.ends(latencyOf(stages), simulated(stages))} />
            <Gantt
              lanes={lanesOf(stages)}
              end={END}
              y={at + 24}
              height={bottom ? lanes + axis : lanes}
              showIdle
              axis={bottom}
              {...(bottom && { label: words.clock })}
            />
          </g>
        );
      })}
    </Canvas>
  );
}
