import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Grid, gridSize, type GridProps } from '#draw/Grid.tsx';
import { Legend, legendHeight } from '#draw/Legend.tsx';
import { chunksOf } from '#mechanisms/serving/chunk-reads.ts';
import { budgetSweep } from '#mechanisms/serving/race.ts';
import { lone, tau } from './setting.ts';

const chunks = chunksOf(budgetSweep(lone, [tau])[0]!.run, 0);
const keys = [
  { kind: 'prefill', label: '这一步新算' },
  { kind: 'kv', label: '从 KV cache 重读' },
] as const;

const grid: GridProps = {
  values: chunks.map(({ context }) => chunks.map((_, j) => (j * tau <= context ? 1 : null))),
  kindOf: (i, j) => (i === j ? 'prefill' : j < i ? 'kv' : undefined),
  rowLabels: chunks.map((_, i) => `第 ${i + 1} 段`),
  columnLabels: chunks.map((_, j) => String(j + 1)),
  columnTitle: '要看的 key、value 在第几段',
  cell: 27,
};

/** Which chunks of a prompt each chunk attends to. */
export default function Rereads(): VNode {
  const { width, height } = gridSize(grid);
  const top = legendHeight({ keys }) + 10;
  return (
    <Canvas
      id="rereads"
      width={Math.max(width, 300)}
      height={top + height}
      minWidth={280}
      label="每一段要读前面哪几段的 KV"
    >
      <Legend keys={keys} />
      <Grid y={top} {...grid} />
    </Canvas>
  );
}
