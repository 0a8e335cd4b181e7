import { Canvas } from '#draw/Canvas.tsx';
import { Gantt, ganttHeight, type GanttLane } from '#draw/Gantt.tsx';
import { Label } from '#draw/Label.tsx';
import { Legend } from '#draw/Legend.tsx';
import type { Kind } from '#draw/palette.ts';
import { exposedCommunication, stepTime, type FsdpJob, type FsdpKind } from '#mechanisms/pipeline/fsdp-timeline.ts';
import { timeline } from './setting.ts';
import { words } from './words.zh.ts';

const kinds: Record<FsdpKind, Kind> = {
  forward: 'forward',
  backward: 'backward',
  'all-gather': 'communication',
  'reduce-scatter': 'communication',
};
const charts = [false, true].map((prefetch) => ({
  name: prefetch ? words.on : words.off,
  jobs: timeline({ prefetch }),
}));
const END = Math.max(...charts.map(({ jobs }) => stepTime(jobs)));
const LANE = 30;
const TOP = 34;
const axis = ganttHeight({ lanes: [], label: words.clock });

const laneOf = (jobs: readonly FsdpJob[], lane: 'compute' | 'communication'): GanttLane => ({
  label: words[lane],
  intervals: jobs
    .filter((job) => job.lane === lane)
    .map(({ start, end, kind, unit }) => ({
      start,
      end,
      kind: kinds[kind],
      tone: kind === 'reduce-scatter' ? ('solid' as const) : ('tint' as const),
      label: String(unit + 1),
    })),
});

/** One step with and without backward prefetching, on one clock: two streams that run side by side. */
export default function Overlap() {
  let y = TOP;
  const placed = charts.map((chart) => {
    const at = y;
    y += 26 + 2 * LANE + 12;
    return { ...chart, at };
  });
  return (
    <Canvas
      id="fsdp-overlap"
      height={y + axis - 12}
      label={charts
        .map(({ name, jobs }) => `${name}：${words.ends(stepTime(jobs), exposedCommunication(jobs))}`)
        .join('；')}
      minWidth={600}
    >
      <Legend
        keys={[
          { kind: 'forward', tone: 'tint', label: '前向' },
          { kind: 'backward', tone: 'tint', label: '反向' },
          { kind: 'communication', tone: 'tint', label: 'all-gather' },
          { kind: 'communication', label: 'reduce-scatter' },
          { kind: 'idle', label: '空闲' },
        ]}
      />
      {placed.map(({ name, jobs, at }, i) => {
        const last = i === charts.length - 1;
        return (
          <g key={name}>
            <Label x={0} y={at + 12} text={name} bold />
            <Label x={646} y={at + 12} anchor="end" text={words.ends(stepTime(jobs), exposedCommunication(jobs))} />
            <Gantt
              lanes={[laneOf(jobs, 'compute'), laneOf(jobs, 'communication')]}
              end={END}
              y={at + 24}
              height={2 * LANE + (last ? axis : 0)}
              showIdle
              axis={last}
              {...(last && { label: words.clock })}
            />
          </g>
        );
      })}
    </Canvas>
  );
}
