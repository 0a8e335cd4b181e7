import { lanesOf } from '#figures/recycle/lanes.ts';
import { Canvas } from '#draw/Canvas.tsx';
import { formatNumber, formatPercent } from '#draw/format.ts';
import { columnWidth, round } from '#draw/frame.ts';
import { Gantt, type GanttProps } from '#draw/Gantt.tsx';
import { ganttLayout } from '#draw/gantt-layout.ts';
import { Label } from '#draw/Label.tsx';
import { Legend, legendHeight } from '#draw/Legend.tsx';
import { Mark } from '#draw/Mark.tsx';
import { MarkLabel } from '#draw/MarkLabel.tsx';
import { line, surface } from '#draw/palette.ts';
import { workerName } from '#mechanisms/pipeline/schedule.ts';
import { drawn, healthyTime, workers, type Run } from './model.ts';
import { text } from './text.zh.ts';

const t = text.view;
const keys = [
  { kind: 'forward', tone: 'tint', label: t.keys.forward },
  { kind: 'backward', tone: 'tint', label: t.keys.backward },
  { kind: 'weight-gradient', tone: 'tint', label: t.keys.weight },
  { kind: 'optimizer', tone: 'tint', label: t.keys.optimizer },
  { kind: 'backward', label: t.keys.taken },
  { kind: 'neutral', label: t.keys.other },
  { kind: 'idle', label: t.keys.idle },
] as const;
const TOP = legendHeight({ keys }) + 4;
const CHART = { y: TOP, height: 352 };
const BARS = { y: TOP + CHART.height + 10, step: 26, bar: 21, height: 78 };
/** Slots in view: an iteration without failures and the beginning of the next, or as many as the present one needs. */
const SLOTS = 42;
const AFTER = 3;

interface Props {
  result: Run;
  /** A worker has been pressed. */
  onWorker(index: number): void;
}

/** The workers' timeline, each a button that kills or mends it; below, the length of an iteration beside the healthy one. */
export function View({ result, onWorker }: Props) {
  const chart = chartOf(result, onWorker);
  return (
    <Canvas id="recycle-schedule" height={BARS.y + BARS.height} label={t.label} interactive>
      <Legend keys={keys} />
      <Gantt {...chart} />
      <Separators chart={chart} every={result.setup.p} />
      {result.lost !== undefined && <Notice words={t.lost(result.lost)} />}
      <Lengths chart={chart} result={result} />
    </Canvas>
  );
}

/** Words on paper over the middle of the chart. */
function Notice({ words }: { words: string }) {
  const [width, height] = [360, 64];
  const middle = CHART.y + CHART.height / 2;
  return (
    <g pointer-events="none">
      <rect
        x={(columnWidth - width) / 2}
        y={middle - height / 2}
        width={width}
        height={height}
        fill={surface}
        stroke={line}
      />
      <Label x={columnWidth / 2} y={middle} text={words} anchor="middle" width={width - 40} bold />
    </g>
  );
}

function chartOf({ setup, training }: Run, onWorker: Props['onWorker']): GanttProps {
  const end = Math.max(SLOTS, Math.ceil(training?.time ?? 0) + AFTER);
  const dead = (i: number) => setup.failed.includes(workers[i]!);
  return {
    ...CHART,
    lanes: training
      ? lanesOf(training.schedule, workers, { iteration: drawn, end }).map((lane, i) => ({
          ...lane,
          note: noteOf(training, i),
        }))
      : workers.map((worker, i) => ({ label: workerName(worker), intervals: [], ...(dead(i) && { deadFrom: 0 }) })),
    end,
    showIdle: true,
    label: t.time,
    references: [{ value: healthyTime, label: t.reference(formatNumber(healthyTime)) }],
    onLane: onWorker,
    laneName: (i) => t.toggle(workerName(workers[i]!), dead(i)),
    pressed: dead,
  };
}

const noteOf = ({ shares }: NonNullable<Run['training']>, i: number): string => {
  const { dead, load, peak } = shares[i]!;
  return dead ? text.dead : t.note(load, peak);
};

/** A line between pipelines. */
function Separators({ chart, every }: { chart: GanttProps; every: number }) {
  const layout = ganttLayout(chart);
  const firsts = workers.flatMap(({ stage }, i) => (stage === 0 && i > 0 ? [i] : []));
  const gap = layout.lane(every).y - layout.lane(every - 1).y - layout.lane(0).height;
  const d = firsts.map(
    (i) => `M0 ${round(layout.lane(i).y - gap / 2)}L${columnWidth} ${round(layout.lane(i).y - gap / 2)}`,
  );
  return <path d={d.join('')} stroke={line} stroke-width={1.5} pointer-events="none" />;
}

/** How long an iteration takes, on the clock of the chart above: before, in proportion to the workers left, and now. */
function Lengths({ chart, result: { training, proportional } }: { chart: GanttProps; result: Run }) {
  const { times } = ganttLayout(chart);
  const bars = [
    { kind: 'muted', time: healthyTime, label: t.healthy(formatNumber(healthyTime)) },
    ...(training
      ? ([
          { kind: 'ink', time: proportional, label: t.proportional(formatNumber(proportional, 3)) },
          { kind: 'accent', time: training.time, label: labelOf(training) },
        ] as const)
      : []),
  ] as const;
  return (
    <g>
      {bars.map(({ kind, time, label }, i) => {
        const rect = {
          x: times.at(0),
          y: BARS.y + i * BARS.step,
          width: times.at(time) - times.at(0),
          height: BARS.bar,
        };
        return (
          <g key={kind}>
            <Mark kind={kind} {...rect} />
            <MarkLabel kind={kind} label={label} {...rect} />
          </g>
        );
      })}
    </g>
  );
}

function labelOf({ time, change }: NonNullable<Run['training']>): string {
  if (change === 0) return t.same(formatNumber(time));
  return (change > 0 ? t.slower : t.faster)(formatNumber(time), formatPercent(Math.abs(change), 2));
}
