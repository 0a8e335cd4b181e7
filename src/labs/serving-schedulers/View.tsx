import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { Axis, bottomAxisHeight } from '#draw/Axis.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, fontSize, round, type Point } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Legend, legendHeight } from '#draw/Legend.tsx';
import { ink, muted } from '#draw/palette.ts';
import { linearScale, type Scale } from '#draw/scale.ts';
import { panelHeight, SchedulerPanel } from '#figures/serving/SchedulerPanel.tsx';
import { SmallPlots } from '#figures/serving/SmallPlots.tsx';
import { laneKeys, laneName, milliseconds, schedulerNames, stallName, waitingKey } from '#figures/serving/words.zh.ts';
import { tokensBy } from '#mechanisms/serving/request-lanes.ts';
import type { Contest, Contestant } from './model.ts';
import { text } from './text.zh.ts';

const t = text.view;
const REQUESTS = 5;
const TOP = legendHeight({ keys: laneKeys }) + 26;
const STEP = panelHeight(REQUESTS, true) + 16;
const CLOCK = TOP + 4 * STEP - 8;
const PLOTS = CLOCK + bottomAxisHeight(t.axis) + 22;
const PLOT_HEIGHT = 176;

interface Props {
  contest: Contest;
  tau: number;
  /** Seconds. */
  time: number;
}

/** Four schedulers under one another on one clock, and below them what the budget does to the last. */
export function View({ contest, tau, time }: Props): VNode {
  const times = useMemo(() => linearScale([0, contest.end], [56, columnWidth - 56]), [contest.end]);
  const consequences = useMemo(() => <Consequences contest={contest} tau={tau} />, [contest, tau]);
  return (
    <Canvas id="serving-schedulers" height={PLOTS + PLOT_HEIGHT} label={t.label} minWidth={600}>
      <Legend keys={laneKeys} />
      <Label x={0} y={legendHeight({ keys: laneKeys }) + 8} text={waitingKey} size={fontSize.small} colour={muted} />
      <Label
        x={columnWidth}
        y={legendHeight({ keys: laneKeys }) + 8}
        text={t.notes}
        size={fontSize.small}
        anchor="end"
        colour={muted}
      />
      {contest.lanes.map((one, i) => (
        <Panel key={one.name} contestant={one} times={times} y={TOP + i * STEP} time={time} tau={tau} />
      ))}
      <Axis
        scale={times}
        side="bottom"
        at={CLOCK}
        format={(seconds) => String(Math.round(seconds * 1e3))}
        label={t.axis}
      />
      <path
        data-part="cursor"
        d={contest.lanes.map((_, i) => cursorOf(times.at(time), TOP + i * STEP)).join('')}
        stroke={ink}
        stroke-width={1.5}
        fill="none"
        pointer-events="none"
      />
      {consequences}
    </Canvas>
  );
}

/** The moment at which the reader stands, across the lanes of the panel that begins at `y`. */
const cursorOf = (x: number, y: number): string => `M${round(x)} ${y + 18}V${y + STEP - 14}`;

interface PanelProps {
  contestant: Contestant;
  times: Scale;
  y: number;
  time: number;
  tau: number;
}

function Panel({ contestant: one, times, y, time, tau }: PanelProps): VNode {
  const { maxTbt, throughput, makespan } = one.levels;
  return (
    <SchedulerPanel
      lanes={one.lanes}
      title={t.title(schedulerNames[one.name], one.name === 'sarathiServe' ? tau : undefined)}
      verdict={t.verdict(milliseconds(maxTbt), throughput, milliseconds(makespan, 0))}
      pool={{ run: one.run, name: t.pool, note: t.taken(one.blocksAt(time)) }}
      times={times}
      y={y}
      name={laneName}
      note={(lane) => t.progress(tokensBy(lane, time), lane.request.output)}
      stall={stallName}
    />
  );
}

/** On fixed axes, so that states can be compared. */
function Consequences({ contest: { sweep, limit }, tau }: Pick<Props, 'contest' | 'tau'>): VNode {
  const xAxis = { scale: 'log2', label: t.tau, ticks: [128, 512, 2048] } as const;
  const series = (value: (one: Contest['sweep'][number]) => number) => [
    { label: '', kind: 'accent' as const, points: sweep.map((one): Point => [one.tau, value(one)]) },
  ];
  return (
    <SmallPlots
      y={PLOTS}
      width={columnWidth - 16}
      height={PLOT_HEIGHT}
      plots={[
        {
          series: series(({ levels }) => levels.maxTbt * 1e3),
          xAxis,
          yAxis: { label: t.maxTbt, domain: [0, 250] },
          cursor: tau,
          references: [{ axis: 'y', value: limit * 1e3, label: t.goal(limit * 1e3) }],
        },
        {
          series: series(({ longTtft }) => longTtft * 1e3),
          xAxis,
          yAxis: { label: t.longTtft, domain: [0, 600] },
          cursor: tau,
        },
        {
          series: series(({ levels }) => levels.throughput),
          xAxis,
          yAxis: { label: t.throughput, domain: [0, 220] },
          cursor: tau,
        },
      ]}
    />
  );
}
