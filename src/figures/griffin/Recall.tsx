import { Canvas } from '#draw/Canvas.tsx';
import { formatPercent } from '#draw/format.ts';
import type { Point } from '#draw/frame.ts';
import { Lines } from '#draw/Lines.tsx';
import { lengths, reader, recalled } from './setting.ts';

const curve = (shares: readonly number[]): Point[] => lengths.map((n, i) => [n, shares[i]!]);

/** How many questions the hand-set window, states, and both together answer. */
export default function Recall() {
  return (
    <Canvas id="griffin-recall" height={310} label="电话本变长时，手工模型答对的比例">
      <Lines
        height={310}
        series={[
          { label: '窗口加状态', kind: 'accent', points: curve(recalled.both) },
          { label: '只有状态', kind: 'item-2', points: curve(recalled.state) },
          { label: '只有窗口', kind: 'ink', points: curve(recalled.window) },
        ]}
        xAxis={{ label: '电话本有几条', domain: [0, 48], ticks: [0, 10, 20, 30, 40] }}
        yAxis={{ label: '答对的比例', domain: [0, 1.12], ticks: [0, 0.25, 0.5, 0.75, 1], format: formatPercent }}
        references={[{ axis: 'x', value: reader.w - 1, label: '窗口装满' }]}
      />
    </Canvas>
  );
}
