import { Canvas } from '#draw/Canvas.tsx';
import type { Point } from '#draw/frame.ts';
import { Lines, type Series } from '#draw/Lines.tsx';
import type { Kind } from '#draw/palette.ts';
import { modelStateBytes, totalBytes, zeroStages, type Stage } from '#mechanisms/training-memory/memory.ts';
import { precisionRecipes } from '#mechanisms/training-memory/precision-recipes.ts';

const PSI = 7.5e9;
const recipe = precisionRecipes['mixed-precision-adam'];
const names = ['数据并行', 'ZeRO-1', 'ZeRO-2', 'ZeRO-3'];
const kinds: Kind[] = ['muted', 'optimizer', 'gradients', 'parameters'];

const curve = (stage: Stage): Point[] =>
  Array.from({ length: 11 }, (_, i): Point => [
    2 ** i,
    totalBytes(modelStateBytes(PSI, { recipe, stage, Nd: 2 ** i })) / 1e9,
  ]);
const series: Series[] = zeroStages.map(({ stage }) => ({
  label: names[stage]!,
  kind: kinds[stage]!,
  points: curve(stage),
}));

/** Model states per GPU of a 7.5B model against the number of GPUs: two stages flatten out, the third keeps falling. */
export default function MemoryByRanks() {
  return (
    <Canvas id="memory-by-ranks" height={330} label="7.5B 模型每卡状态随卡数的变化">
      <Lines
        height={330}
        series={series}
        xAxis={{ scale: 'log2', label: '数据并行的卡数', ticks: [1, 4, 16, 64, 256, 1024] }}
        yAxis={{ scale: 'log', label: '每卡模型状态（GB）', ticks: [0.1, 1, 10, 100], domain: [0.1, 200] }}
        references={[{ axis: 'y', value: 32, label: 'V100 32 GB' }]}
      />
    </Canvas>
  );
}
