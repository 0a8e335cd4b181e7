import type { VNode } from 'preact';
import { Axis, bottomAxisHeight } from '#draw/Axis.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Legend, legendHeight } from '#draw/Legend.tsx';
import { muted } from '#draw/palette.ts';
import { linearScale } from '#draw/scale.ts';
import { panelHeight, SchedulerPanel } from '#figures/serving/SchedulerPanel.tsx';
import { laneKeys, milliseconds, stallName, waitingKey } from '#figures/serving/words.zh.ts';
import { laneLabel, views } from './setting.ts';

const panels = [
  { view: views.together, title: '两张卡，各做各的全套' },
  { view: views.apart, title: '一张只做 prefill，一张只做 decode' },
];
const keys = [{ ...laneKeys[0], label: 'prefill（数字是 token 数）' }, laneKeys[1], laneKeys[2]];
const axisLabel = '时间（ms）';
const head = legendHeight({ keys }) + 26;
const times = linearScale([0, Math.max(...panels.map(({ view }) => view.end))], [52, columnWidth - 10]);
const rows = views.together.lanes.length;
const step = panelHeight(rows, false) + 16;

/** The same seven requests on two GPUs that do both phases, and on two that do one each. */
export default function TwoFleets(): VNode {
  const bottom = head + panels.length * step - 10;
  return (
    <Canvas
      id="two-fleets"
      height={bottom + bottomAxisHeight(axisLabel)}
      minWidth={600}
      label="七个请求，两张卡：混在一起与分开"
    >
      <Legend keys={keys} />
      <Label x={0} y={legendHeight({ keys }) + 8} text={waitingKey} size={fontSize.small} colour={muted} />
      {panels.map(({ view, title }, i) => (
        <SchedulerPanel
          key={title}
          lanes={view.lanes}
          title={title}
          verdict={`停顿 ${view.stalls} 次，最长间隔 ${milliseconds(view.maxTbt, 0)}，平均 TTFT ${milliseconds(view.meanTtft, 0)}`}
          times={times}
          y={head + i * step}
          name={laneLabel}
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
