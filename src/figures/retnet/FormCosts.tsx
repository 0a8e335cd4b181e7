import { Canvas } from '#draw/Canvas.tsx';
import { formatNumber } from '#draw/format.ts';
import type { Point } from '#draw/frame.ts';
import { Lines } from '#draw/Lines.tsx';
import {
  chunkwiseCost,
  parallelCost,
  recurrentCost,
  type FormCost,
  type RetentionShape,
} from '#mechanisms/recurrence/retention-cost.ts';
import { B, head } from './setting.ts';

const lengths = Array.from({ length: 11 }, (_, i) => 2 ** (6 + i));
const curve = (costOf: (shape: RetentionShape) => FormCost): Point[] =>
  lengths.map((N) => [N, costOf({ N, ...head }).multiplications / N / 1e6]);

/** Multiplications per token of one head, against the length, in the three forms. */
export default function FormCosts() {
  return (
    <Canvas id="retnet-costs" height={320} label="三种算法平均每个 token 的乘法次数随序列长度的变化">
      <Lines
        height={320}
        series={[
          { label: '并行', kind: 'ink', points: curve(parallelCost), marker: 'square' },
          { label: `分块，B = ${B}`, kind: 'accent', points: curve((shape) => chunkwiseCost(shape, B)) },
          { label: '递推', kind: 'muted', points: curve(recurrentCost), marker: 'none' },
        ]}
        xAxis={{
          scale: 'log2',
          label: '序列长度 N（token）',
          ticks: [64, 512, 4096, 32768],
          format: (N) => formatNumber(N, 6),
        }}
        yAxis={{
          scale: 'log2',
          label: '每个 token 的乘法（百万次，一个 head）',
          domain: [0.02, 32],
          ticks: [0.0625, 0.25, 1, 4, 16],
          format: (value) => formatNumber(value, 2),
        }}
      />
    </Canvas>
  );
}
