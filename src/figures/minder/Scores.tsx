import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Lines } from '#draw/Lines.tsx';
import { alert, burst, fault, job, othersScore, rule, scoreOf } from './setting.ts';
import { words } from './words.zh.ts';

/** The faulty machine's score, the jittering one's and the highest of the rest, with threshold and alert. */
export default function Scores(): VNode {
  return (
    <Canvas id="scores" height={300} label="离群分数随时间的变化">
      <Lines
        height={300}
        series={[
          { label: words.machine(fault.machine), kind: 'fault', points: scoreOf(fault.machine), marker: 'none' },
          {
            label: words.machine(burst.machine),
            kind: 'accent',
            points: scoreOf(burst.machine),
            marker: 'none',
            dashed: true,
          },
          { label: words.others, kind: 'muted', points: othersScore, marker: 'none' },
        ]}
        xAxis={{
          label: '时间（s）',
          domain: [0, job.seconds],
          ticks: [0, burst.from, fault.from, alert.at, job.seconds],
        }}
        yAxis={{ label: '分数（标准差的倍数）', domain: [-2, 4], ticks: [-2, 0, 2, rule.threshold, 4] }}
        references={[{ axis: 'y', value: rule.threshold, label: words.threshold }]}
        regions={[{ from: fault.from, to: alert.at }]}
      />
    </Canvas>
  );
}
