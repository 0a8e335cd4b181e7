import { Canvas } from '#draw/Canvas.tsx';
import { formatBinaryBytes, formatNumber } from '#draw/format.ts';
import type { Point } from '#draw/frame.ts';
import { Lines } from '#draw/Lines.tsx';
import { cacheBytes, evenLength, stateBytes } from './setting.ts';

const lengths = Array.from({ length: 14 }, (_, i) => 2 ** (2 + i));
const curve = (bytesAt: (L: number) => number): Point[] => lengths.map((L) => [L, bytesAt(L)]);
const MiB = 2 ** 20;

/** Bytes that the 6.7B models carry for one sequence, against the length so far. */
export default function Carried() {
  return (
    <Canvas id="retnet-carried" height={310} label="生成时一条序列要带的字节数随已读长度的变化">
      <Lines
        height={310}
        series={[
          { label: 'KV cache', kind: 'kv', points: curve(cacheBytes), marker: 'none' },
          { label: 'RetNet 状态', kind: 'accent', points: curve(() => stateBytes), marker: 'none' },
        ]}
        xAxis={{
          scale: 'log2',
          label: '已读长度（token）',
          ticks: [4, 32, 256, 2048, 8192, 32768],
          format: (L) => formatNumber(L, 6),
        }}
        yAxis={{
          scale: 'log2',
          label: '整个 6.7B 模型、一条序列',
          ticks: [2 * MiB, 16 * MiB, 128 * MiB, 1024 * MiB, 8192 * MiB],
          format: (value) => formatBinaryBytes(value),
        }}
        references={[{ axis: 'x', value: evenLength, label: `${evenLength} 个 token 打平` }]}
      />
    </Canvas>
  );
}
