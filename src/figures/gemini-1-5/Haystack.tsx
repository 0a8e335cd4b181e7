import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Grid, gridSize, type GridProps } from '#draw/Grid.tsx';
import { depths, grid, lengths } from './setting.ts';
import { words } from './words.zh.ts';

const props: GridProps = {
  values: grid,
  rowLabels: depths.map(words.depth),
  columnLabels: lengths.map(words.length),
  rowTitle: words.depthTitle,
  width: 520,
  height: 290,
  cell: 56,
  kindOf: (row, column) => (grid[row]![column] === 1 ? 'prefill' : 'fault'),
  cellLabel: (row, column) => (grid[row]![column] === 1 ? undefined : '×'),
};

/** A toy haystack test: found or not, by length and depth, one try a cell. */
export default function Haystack(): VNode {
  return (
    <Canvas id="haystack" width={540} height={gridSize(props).height + 6} label="玩具版的大海捞针：长度与深度的网格">
      <Grid {...props} />
    </Canvas>
  );
}
