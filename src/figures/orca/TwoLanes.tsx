import { Axis, bottomAxisHeight } from '#draw/Axis.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { formatPercent } from '#draw/format.ts';
import { columnWidth } from '#draw/frame.ts';
import { Legend } from '#draw/Legend.tsx';
import { linearScale } from '#draw/scale.ts';
import { panelHeight, SchedulerPanel } from '#figures/serving/SchedulerPanel.tsx';
import { letterOf } from '#figures/serving/words.zh.ts';
import { requestLanes } from '#mechanisms/serving/request-lanes.ts';
import { outputs, runs, useOf } from './setting.ts';

const axisLabel = '时间（迭代次数）';
const panels = [
  { run: runs.requestLevel, title: '请求级：整批一起走' },
  { run: runs.orca, title: '迭代级：随走随补' },
];
const times = linearScale([0, Math.max(...panels.map(({ run }) => useOf(run).beats))], [44, columnWidth - 12]);
const step = panelHeight(outputs.length, false) + 18;

/** The same eight requests under both ways of scheduling, a beat an iteration. */
export default function TwoLanes() {
  const bottom = 28 + panels.length * step;
  return (
    <Canvas id="two-lanes" height={bottom + bottomAxisHeight(axisLabel)} label="八个请求在请求级与迭代级调度下的时间线">
      <Legend
        keys={[
          { kind: 'prefill', label: '第一次迭代：处理 prompt，出第一个 token' },
          { kind: 'decode', label: '之后每次一个 token' },
        ]}
      />
      {panels.map(({ run, title }, i) => (
        <SchedulerPanel
          key={title}
          lanes={requestLanes(run, Infinity)}
          title={title}
          verdict={`${useOf(run).beats} 次迭代做完，位置利用率 ${formatPercent(useOf(run).share, 2)}`}
          times={times}
          y={28 + i * step}
          name={({ request }) => `${letterOf(request.id)} ${request.output}`}
          stall={() => ''}
        />
      ))}
      <Axis scale={times} side="bottom" at={bottom} label={axisLabel} />
    </Canvas>
  );
}
