import { Canvas } from '#draw/Canvas.tsx';
import { Gantt, ganttHeight } from '#draw/Gantt.tsx';
import { Legend } from '#draw/Legend.tsx';
import { formatPercent } from '#draw/format.ts';
import { passTime } from '#mechanisms/pipeline/recycle-cost.ts';
import { recycle } from '#mechanisms/pipeline/recycle.ts';
import { bubbleShare } from '#mechanisms/pipeline/schedule.ts';
import { inPipeline, lanesOf } from './lanes.ts';
import { healthy } from './talk.ts';

/** 1F1B without failures: where the bubbles are. */
export default function OneFOneB() {
  const end = passTime(healthy);
  const schedule = recycle({ ...healthy, tOpt: 0 });
  const workers = inPipeline(schedule, 0);
  const lanes = lanesOf(schedule, workers, { iteration: 0, end }).map((lane, i) => ({
    ...lane,
    note: `闲 ${formatPercent(bubbleShare(schedule, workers[i]!), 2)}`,
  }));
  const chart = { lanes, end, showIdle: true, label: '时间（格）', y: 30 };
  return (
    <Canvas
      id="recycle-1f1b"
      height={30 + ganttHeight(chart)}
      label="无故障的 1F1B：一条流水线的四段，27 格里每段空闲 9 格"
    >
      <Legend
        keys={[
          { kind: 'forward', tone: 'tint', label: '前向，1 格' },
          { kind: 'backward', tone: 'tint', label: '反向，2 格' },
          { kind: 'idle', label: '气泡' },
        ]}
      />
      <Gantt {...chart} />
    </Canvas>
  );
}
