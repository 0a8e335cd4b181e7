import { Canvas } from '#draw/Canvas.tsx';
import { formatBinaryBytes, formatNumber } from '#draw/format.ts';
import type { Point } from '#draw/frame.ts';
import { Lines } from '#draw/Lines.tsx';
import { shape7B, type Family } from '#mechanisms/recurrence/griffin-size.ts';
import { cacheBytes } from './setting.ts';

const lengths = Array.from({ length: 25 }, (_, i) => 2 ** (4 + i / 2));
const curve = (family: Family): Point[] => lengths.map((T) => [T, cacheBytes(family, T)]);
const MiB = 2 ** 20;

/** Bytes that the 7B shapes carry for one sequence, against the length so far. */
export default function CacheSizes() {
  return (
    <Canvas id="griffin-cache" height={320} label="三种模型生成时一条序列要带的字节数随长度的变化">
      <Lines
        height={320}
        series={[
          { label: 'MQA Transformer', kind: 'kv', points: curve('transformer'), marker: 'none' },
          { label: 'Griffin', kind: 'accent', points: curve('griffin'), marker: 'none' },
          { label: 'Hawk', kind: 'item-2', points: curve('hawk'), marker: 'none', dashed: true },
        ]}
        xAxis={{
          scale: 'log2',
          label: '已读长度 T（token）',
          ticks: [16, 128, 1024, 8192, 65536],
          format: (T) => formatNumber(T, 6),
        }}
        yAxis={{
          scale: 'log2',
          label: '7B 形状、一条序列',
          ticks: [MiB / 4, MiB, 4 * MiB, 32 * MiB, 256 * MiB, 1024 * MiB],
          format: (value) => formatBinaryBytes(value),
        }}
        references={[{ axis: 'x', value: shape7B.window, label: '窗口装满' }]}
      />
    </Canvas>
  );
}
