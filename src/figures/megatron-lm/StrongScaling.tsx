import { Canvas } from '#draw/Canvas.tsx';
import type { Point } from '#draw/frame.ts';
import { Lines } from '#draw/Lines.tsx';
import { speedupBound } from '#mechanisms/parallelism/tensor-parallel-cost.ts';
import { iterationFlops } from '#mechanisms/training-memory/gpt-shape.ts';
import { BASELINE, BATCH, models, NVSWITCH } from './setting.ts';

const model = models['1.2B'];
const seconds = iterationFlops(model, BATCH, 'full') / BASELINE;
const ranks = [1, 2, 4, 8];

/** Table 8 of the paper: the 1.2B model at batch 8. */
const measured: readonly Point[] = [
  [1, 1],
  [2, 1.64],
  [4, 2.34],
  [8, 2.98],
];

/** Speedup from bytes alone on t ranks. */
export const bound = (t: number): number => speedupBound({ ...model, b: BATCH, t }, true, seconds, NVSWITCH);

/** One model on more and more GPUs: what was measured lies far below what the bytes would allow. */
export default function StrongScaling() {
  return (
    <Canvas id="strong-scaling" height={320} label="12 亿参数模型的强扩展：线性、只计字节的上限、实测">
      <Lines
        height={320}
        series={[
          { label: '线性', kind: 'muted', points: ranks.map((t): Point => [t, t]), marker: 'none', dashed: true },
          { label: '只计字节', kind: 'ink', points: ranks.map((t): Point => [t, bound(t)]) },
          { label: '实测（表 8）', kind: 'accent', points: measured },
        ]}
        xAxis={{ label: '张量并行的卡数 $t$', ticks: ranks, domain: [1, 8] }}
        yAxis={{ label: '相对一张卡的加速', domain: [0, 8], ticks: [0, 2, 4, 6, 8] }}
      />
    </Canvas>
  );
}
