import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Grid, gridSize, type GridProps } from '#draw/Grid.tsx';
import { fault, matrix } from './setting.ts';

const numbers = matrix.map((_, i) => String(i + 1));
const grid: GridProps = {
  values: matrix,
  rowLabels: numbers,
  columnLabels: numbers,
  rowTitle: '机器',
  cell: 22,
  highlights: [{ row: fault.machine, column: 0, columns: matrix.length, kind: 'fault' }],
};

/** Distances between machines in one window after the onset. */
export default function Distances(): VNode {
  const { width, height } = gridSize(grid);
  return (
    <Canvas id="distances" width={width + 4} height={height + 4} minWidth={340} label="一个窗口里机器两两之间的距离">
      <Grid {...grid} />
    </Canvas>
  );
}
