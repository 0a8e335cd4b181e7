import { Canvas } from '#draw/Canvas.tsx';
import { formatNumber } from '#draw/format.ts';
import type { Point } from '#draw/frame.ts';
import { Lines } from '#draw/Lines.tsx';
import { keyToHold } from '#mechanisms/recurrence/wkv-memory.ts';
import { overflowAt, slowestStart } from './setting.ts';

const distances = Array.from({ length: 61 }, (_, i) => 10 ** (i / 10));
const curve = (w: number): Point[] => distances.map((n) => [n, keyToHold(n, w)]);

/** The key that a token needs to keep half a channel's weight after a distance, for channels of several decays. */
export default function KeyToHold() {
  return (
    <Canvas id="rwkv-hold" height={330} label="一个 token 要在多远以后仍占一半权重，它的 k 得有多大">
      <Lines
        height={330}
        series={[
          { label: 'w = 0，不衰减', kind: 'accent', points: curve(0), marker: 'none' },
          { label: 'w = 0.0001', kind: 'item-1', points: curve(1e-4), marker: 'none' },
          { label: 'w = 0.0067', kind: 'item-2', points: curve(slowestStart), marker: 'none', dashed: true },
          { label: 'w = 0.5', kind: 'item-3', points: curve(0.5), marker: 'none', dashed: true },
        ]}
        xAxis={{
          scale: 'log',
          label: '此后又读了多少个 token（它们的 k 都是 0）',
          ticks: [1, 10, 100, 1000, 10_000, 100_000, 1_000_000],
          format: (n) => formatNumber(n, 7),
        }}
        yAxis={{ label: '需要的 k', domain: [0, 40], ticks: [0, 10, 20, 30, 40] }}
        references={[{ axis: 'y', value: overflowAt.float16 }]}
      />
    </Canvas>
  );
}
