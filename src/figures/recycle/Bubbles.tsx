import { Canvas } from '#draw/Canvas.tsx';
import { formatNumber } from '#draw/format.ts';
import { Lines } from '#draw/Lines.tsx';
import { slowdown } from '#mechanisms/pipeline/recycle-cost.ts';
import { recycled } from './talk.ts';

const sizes = [3, 6, 9, 12, 15, 18];
const pipelines = [2, 3, 5, 7];
const kinds = ['muted', 'accent', 'ink', 'item-2'] as const;

/** What one dead worker costs as micro-batches grow, for several numbers of data-parallel pipelines. */
export default function Bubbles() {
  return (
    <Canvas id="recycle-bubbles" height={300} label="一台机器坏了的代价：micro-batch 越多、流水线越少，慢得越多">
      <Lines
        height={300}
        series={pipelines.map((D, i) => ({
          label: `${D} 条流水线`,
          kind: kinds[i]!,
          points: sizes.map((m) => [m, slowdown({ ...recycled, D, m }) * 100] as const),
        }))}
        xAxis={{ label: '每条流水线的 micro-batch 数 m', ticks: sizes }}
        yAxis={{ label: '比无故障慢多少（%），0 是一样快', format: (v) => formatNumber(v) }}
        references={[{ axis: 'y', value: 0 }]}
      />
    </Canvas>
  );
}
