import { Canvas } from '#draw/Canvas.tsx';
import { Gantt, ganttHeight } from '#draw/Gantt.tsx';
import { Label } from '#draw/Label.tsx';
import { Legend } from '#draw/Legend.tsx';
import { passTime } from '#mechanisms/pipeline/recycle-cost.ts';
import { recycle, type RecycleSetup } from '#mechanisms/pipeline/recycle.ts';
import { lanesOf } from './lanes.ts';
import { healthy } from './talk.ts';

const alone: RecycleSetup = { ...healthy, D: 1, m: 1, tOpt: 0 };
const LANES = 100;

/** One micro-batch alone through four stages: what stage 0 waits for, with the backward whole and in two. */
export default function CriticalPath() {
  const end = passTime(alone);
  const axis = ganttHeight({ lanes: [], label: '时间（格）' });
  const rows = [
    { name: '反向是一整块', setup: alone },
    { name: '反向拆成两半', setup: { ...alone, decoupledBackProp: true } },
  ].map(({ name, setup }) => {
    const schedule = recycle(setup);
    return { name, time: passTime(setup), lanes: lanesOf(schedule, schedule.workers, { iteration: 0, end }) };
  });
  return (
    <Canvas
      id="recycle-critical-path"
      height={28 + 2 * (LANES + 30) + axis}
      label={`一个 micro-batch 走过四段再回来：${rows.map(({ name, time }) => `${name}时 ${time} 格`).join('，')}`}
    >
      <Legend
        keys={[
          { kind: 'forward', tone: 'tint', label: '前向' },
          { kind: 'backward', tone: 'tint', label: '反向，或对输入的梯度' },
          { kind: 'weight-gradient', tone: 'tint', label: '对权重的梯度' },
        ]}
      />
      {rows.map(({ name, time, lanes }, i) => {
        const y = 28 + i * (LANES + 30);
        const last = i === rows.length - 1;
        return (
          <g key={name}>
            <Label x={0} y={y + 13} text={name} bold />
            <Label x={646} y={y + 13} anchor="end" text={`回到 W0_0 共 ${time} 格`} />
            <Gantt
              lanes={lanes}
              end={end}
              y={y + 24}
              height={last ? LANES + axis : LANES}
              axis={last}
              {...(last && { label: '时间（格）' })}
            />
          </g>
        );
      })}
    </Canvas>
  );
}
