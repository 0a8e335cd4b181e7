import { Canvas } from '#draw/Canvas.tsx';
import { formatNumber } from '#draw/format.ts';
import type { Point } from '#draw/frame.ts';
import { Lines } from '#draw/Lines.tsx';
import { initialDecay, wkvHalfLife } from '#mechanisms/recurrence/wkv-memory.ts';

/** The 169M model: 12 layers of width 768 (Table 2). */
const [d, L] = [768, 12];
const layers = [
  { l: 0, label: '第 1 层', kind: 'item-1' },
  { l: 5, label: '第 6 层', kind: 'item-2' },
  { l: 11, label: '第 12 层', kind: 'accent' },
] as const;
const channels = Array.from({ length: 60 }, (_, i) => i * 13);

/** How far back the channels of three layers reach before training. */
export default function StartingDecays() {
  return (
    <Canvas id="rwkv-decays" height={310} label="训练开始时，三层里各个通道的半衰期">
      <Lines
        height={310}
        series={layers.map(({ l, label, kind }, rank) => ({
          label,
          kind,
          marker: 'none',
          dashed: rank === 1,
          points: channels.map((i): Point => [i, wkvHalfLife(initialDecay(i, d, l, L))]),
        }))}
        xAxis={{ label: '通道编号（共 768 个）', domain: [0, 768], ticks: [0, 192, 384, 576, 768] }}
        yAxis={{
          scale: 'log',
          label: '半衰期（token，对数轴）',
          domain: [0.03, 200],
          ticks: [0.1, 1, 10, 100],
          format: (value) => formatNumber(value, 2),
        }}
        references={[{ axis: 'y', value: 1, label: '以下：走一步就忘掉一半还多', kind: 'muted' }]}
      />
    </Canvas>
  );
}
