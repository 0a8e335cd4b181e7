import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Grid, gridSize, type GridProps } from '#draw/Grid.tsx';
import { byRank, byScore, runs } from './setting.ts';
import { words } from './words.zh.ts';

const columns = [...runs.map((_, i) => words.run(i)), words.meanScore, words.meanRank];
const grid: GridProps = {
  values: words.pair.map((_, d) => [...runs.map((run) => run[d]!), byScore[d]!, byRank[d]!]),
  rowLabels: words.pair,
  columnLabels: columns,
  cell: 74,
  height: 130,
  domain: [0, 3],
  format: (value) => value.toFixed(Number.isInteger(value * 10) ? 1 : 3),
  highlights: [
    { row: byScore[0]! > byScore[1]! ? 0 : 1, column: runs.length, kind: 'accent' },
    { row: byRank[0]! < byRank[1]! ? 0 : 1, column: runs.length + 1, kind: 'accent' },
  ],
};

/** Two devices, three runs: the mean of scores and the mean of ranks name different culprits. */
export default function Disagree(): VNode {
  return (
    <Canvas id="disagree" width={460} height={gridSize(grid).height + 4} label="三次打分，两种汇总">
      <Grid {...grid} />
    </Canvas>
  );
}
