import { Canvas } from '#draw/Canvas.tsx';
import { formatBinaryBytes, formatNumber } from '#draw/format.ts';
import type { Point } from '#draw/frame.ts';
import { Lines } from '#draw/Lines.tsx';
import { cacheBytes, evenLength, stateBytes } from './memory.ts';

const lengths = Array.from({ length: 21 }, (_, i) => 2 ** i);
const curve = (bytesAt: (L: number) => number): Point[] => lengths.map((L) => [L, bytesAt(L)]);
const KiB = 1024;

/** Bytes that generation carries along for one sequence, one layer of width 1024, against the length so far. */
export default function StateVsCache() {
  return (
    <Canvas id="mamba-memory" height={320} label="生成时一层要带的字节数随已读长度的变化">
      <Lines
        height={320}
        series={[
          { label: 'KV cache', kind: 'kv', points: curve(cacheBytes), marker: 'none' },
          { label: 'Mamba 状态', kind: 'accent', points: curve(() => stateBytes), marker: 'none' },
        ]}
        xAxis={{
          scale: 'log2',
          label: '已读长度 L（token）',
          ticks: [1, 32, 1024, 32768, 1048576],
          format: (L) => formatNumber(L, 7),
        }}
        yAxis={{
          scale: 'log2',
          label: '一层、一条序列',
          ticks: [4 * KiB, 128 * KiB, 4 * KiB * KiB, 128 * KiB * KiB, 4 * KiB ** 3],
          format: (value) => formatBinaryBytes(value),
        }}
        references={[{ axis: 'x', value: evenLength, label: `第 ${evenLength} 个 token 打平` }]}
      />
    </Canvas>
  );
}
