import { Canvas } from '#draw/Canvas.tsx';
import { formatBinaryBytes, formatNumber } from '#draw/format.ts';
import type { Point } from '#draw/frame.ts';
import { Lines } from '#draw/Lines.tsx';
import { cacheBytes, stateBytes } from './setting.ts';

const lengths = Array.from({ length: 11 }, (_, i) => 4 ** i);
const curve = (bytesAt: (T: number) => number): Point[] => lengths.map((T) => [T, bytesAt(T)]);
const MiB = 2 ** 20;

/** Bytes that a model of 14B carries for one sequence, against the length so far. */
export default function StateSize() {
  return (
    <Canvas id="rwkv-state" height={310} label="生成时一条序列要带的字节数随已读长度的变化">
      <Lines
        height={310}
        series={[
          { label: 'KV cache', kind: 'kv', points: curve(cacheBytes), marker: 'none' },
          { label: 'RWKV 状态', kind: 'accent', points: curve(() => stateBytes), marker: 'none' },
        ]}
        xAxis={{
          scale: 'log2',
          label: '已读长度（token）',
          ticks: [1, 32, 1024, 32768, 1048576],
          format: (T) => formatNumber(T, 7),
        }}
        yAxis={{
          scale: 'log2',
          label: '40 层、宽 5120，一条序列，每数四字节',
          ticks: [4 * MiB, 64 * MiB, 1024 * MiB, 16384 * MiB, 262144 * MiB],
          format: (value) => formatBinaryBytes(value),
        }}
      />
    </Canvas>
  );
}
