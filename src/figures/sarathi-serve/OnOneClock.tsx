import type { VNode } from 'preact';
import { Axis, bottomAxisHeight } from '#draw/Axis.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Legend, legendHeight } from '#draw/Legend.tsx';
import { muted } from '#draw/palette.ts';
import { linearScale } from '#draw/scale.ts';
import { panelHeight, SchedulerPanel } from '#figures/serving/SchedulerPanel.tsx';
import { laneKeys, laneName, milliseconds, schedulerNames, stallName, waitingKey } from '#figures/serving/words.zh.ts';
import type { Scheduler } from '#mechanisms/serving/race.ts';
import { requestLanes } from '#mechanisms/serving/request-lanes.ts';
import { course, levels, runs, target } from './setting.ts';

interface Props {
  id: string;
  label: string;
  schedulers: readonly Scheduler[];
}

const axisLabel = '时间（ms）';
const gap = 16;
const top = legendHeight({ keys: laneKeys }) + 26;

/** The teaching trace under some of the schedulers, one under another. */
export default function OnOneClock({ id, label, schedulers }: Props): VNode {
  const end = Math.max(...schedulers.map((name) => levels[name].makespan));
  const times = linearScale([0, end], [56, columnWidth - 10]);
  const step = panelHeight(course.trace.length, false) + gap;
  const bottom = top + schedulers.length * step - gap + 6;
  return (
    <Canvas id={id} label={label} height={bottom + bottomAxisHeight(axisLabel)} minWidth={600}>
      <Legend keys={laneKeys} />
      <Label x={0} y={legendHeight({ keys: laneKeys }) + 8} text={waitingKey} size={fontSize.small} colour={muted} />
      {schedulers.map((name, i) => (
        <SchedulerPanel
          key={name}
          lanes={requestLanes(runs[name], target)}
          title={schedulerNames[name]}
          verdict={`最长 TBT ${milliseconds(levels[name].maxTbt)}，全部做完 ${milliseconds(levels[name].makespan, 0)}`}
          times={times}
          y={top + i * step}
          name={laneName}
          stall={stallName}
        />
      ))}
      <Axis
        scale={times}
        side="bottom"
        at={bottom}
        format={(seconds) => String(Math.round(seconds * 1e3))}
        label={axisLabel}
      />
    </Canvas>
  );
}
