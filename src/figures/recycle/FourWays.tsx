import { Canvas } from '#draw/Canvas.tsx';
import { Gantt, ganttHeight } from '#draw/Gantt.tsx';
import { Label } from '#draw/Label.tsx';
import { Legend, legendHeight } from '#draw/Legend.tsx';
import { iterationTime } from '#mechanisms/pipeline/recycle-cost.ts';
import { recycle, type RecycleSetup } from '#mechanisms/pipeline/recycle.ts';
import { keys } from './keys.ts';
import { atStage, lanesOf } from './lanes.ts';
import { decoupled, healthy, recycled, rerouted } from './talk.ts';

const ways: { name: string; setup: RecycleSetup }[] = [
  { name: '没有故障', setup: healthy },
  { name: 'W1_2 坏了，只转交', setup: rerouted },
  { name: '再把反向拆成两半', setup: decoupled },
  { name: '再错开优化器', setup: recycled },
];

const END = 42;
const LANES = 72;
const STEP = LANES + 30;

/** The three workers of stage 2 in four regimes on one clock: the whole idea of the paper. */
export default function FourWays() {
  const top = legendHeight({ keys }) + 4;
  const charts = ways.map(({ name, setup }, i) => {
    const schedule = recycle(setup, 4);
    const time = iterationTime(setup);
    return {
      name,
      time,
      y: top + i * STEP,
      props: { lanes: lanesOf(schedule, atStage(schedule, 2), { iteration: 1, end: END }), end: END, showIdle: true },
    };
  });
  const axis = ganttHeight({ lanes: [], label: '时间（格），从这次迭代的第一个前向算起' });
  return (
    <Canvas
      id="recycle-four-ways"
      height={top + ways.length * STEP + axis}
      label={`第 2 段的三台机器，四种情形：${charts.map(({ name, time }) => `${name}，一次迭代 ${time} 格`).join('；')}`}
    >
      <Legend keys={keys} />
      {charts.map(({ name, time, y, props }, i) => {
        const last = i === charts.length - 1;
        return (
          <g key={name}>
            <Label x={0} y={y + 13} text={name} bold />
            <Label x={646} y={y + 13} anchor="end" text={`一次迭代 ${time} 格`} />
            <Gantt
              {...props}
              y={y + 24}
              height={last ? LANES + axis : LANES}
              axis={last}
              {...(last && { label: '时间（格），从这次迭代的第一个前向算起' })}
              references={[{ value: charts[0]!.time, label: '' }]}
            />
          </g>
        );
      })}
    </Canvas>
  );
}
