import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Grid, gridSize, type GridProps } from '#draw/Grid.tsx';
import { blended, deviations, LAYERS, shape } from './setting.ts';
import { words } from './words.zh.ts';

const FIRST = 1;
const grid: GridProps = {
  values: deviations.slice(FIRST),
  rowLabels: deviations.slice(FIRST).map((_, i) => words.layer(FIRST + i)),
  rowTitle: '',
  blocks: { columns: shape.size },
  cell: 26,
  ramp: 'sequential',
  highlights: blended.recomputed
    .slice(FIRST)
    .flatMap((chosen, i) => chosen.map((column) => ({ row: i, column, kind: 'accent' as const }))),
};

/** Deviation of the joined cache by layer and token, with the tokens that each layer computes anew outlined. */
export default function Deviations(): VNode {
  return (
    <Canvas
      id="deviations"
      height={gridSize(grid).height + 4}
      minWidth={560}
      label={`拼接的缓存在 ${LAYERS - FIRST} 层、40 个 token 上的偏差，以及每层重算的 token`}
    >
      <Grid {...grid} />
    </Canvas>
  );
}
