import { Canvas } from '#draw/Canvas.tsx';
import { Gantt, ganttHeight } from '#draw/Gantt.tsx';
import { Label } from '#draw/Label.tsx';
import { Legend, legendHeight } from '#draw/Legend.tsx';
import { iterationTime } from '#mechanisms/pipeline/recycle-cost.ts';
import { recycle } from '#mechanisms/pipeline/recycle.ts';
import { keys } from './keys.ts';
import { inPipeline, lanesOf } from './lanes.ts';
import { decoupled, recycled } from './talk.ts';

const END = 42;
const LANES = 100;
const TOP = legendHeight({ keys }) + 4;
const label = '时间（格），从这次迭代的第一个前向算起';

/** Pipeline 0 with a barrier before the optimizer, and with each stage stepping when its own gradients are ready. */
export default function Stagger() {
  const axis = ganttHeight({ lanes: [], label });
  const rows = [
    { name: '等齐再更新', setup: decoupled },
    { name: '做完就更新', setup: recycled },
  ].map(({ name, setup }) => {
    const schedule = recycle(setup, 4);
    return {
      name,
      time: iterationTime(setup),
      lanes: lanesOf(schedule, inPipeline(schedule, 0), { iteration: 1, end: END }),
    };
  });
  return (
    <Canvas
      id="recycle-stagger"
      height={TOP + 2 * (LANES + 30) + axis}
      label={`流水线 0 的四段：${rows.map(({ name, time }) => `${name}，每 ${time} 格开始一次迭代`).join('；')}`}
    >
      <Legend keys={keys} />
      {rows.map(({ name, time, lanes }, i) => {
        const y = TOP + i * (LANES + 30);
        const last = i === rows.length - 1;
        return (
          <g key={name}>
            <Label x={0} y={y + 13} text={name} bold />
            <Label x={646} y={y + 13} anchor="end" text={`一次迭代 ${time} 格`} />
            <Gantt
              lanes={lanes}
              end={END}
              y={y + 24}
              height={last ? LANES + axis : LANES}
              showIdle
              axis={last}
              {...(last && { label })}
              references={[{ value: time, label: '' }]}
            />
          </g>
        );
      })}
    </Canvas>
  );
}
