import { Canvas } from '#draw/Canvas.tsx';
import { fontSize } from '#draw/frame.ts';
import { Grid } from '#draw/Grid.tsx';
import { gridLayout } from '#draw/grid-layout.ts';
import { Label } from '#draw/Label.tsx';
import { muted } from '#draw/palette.ts';
import { end, span, start } from './setting.ts';
import { passage } from './world.zh.ts';
import { words } from './words.zh.ts';

const grid = {
  x: 4,
  y: 40,
  width: 560,
  height: 360,
  cell: 48,
  values: start.map((s) => end.map((e) => s + e)),
  rowLabels: passage.map((word, i) => `${word}  ${start[i]}`),
  columnLabels: passage.map((word, j) => `${word}\n${end[j]}`),
};

/** Every pair of start and end: the score is a sum, pairs that run backwards are not allowed. */
export default function SpanScores() {
  const { left, top, columns, cellWidth, height } = gridLayout(grid);
  return (
    <Canvas
      id="span-scores"
      height={height + grid.y + 4}
      label="每一对起点和终点的得分，最高的一格是答案"
      minWidth={560}
    >
      <Label x={left - 8} y={top - 12} text={words.span.start} size={fontSize.small} colour={muted} anchor="end" />
      <Label
        x={left + (columns * cellWidth) / 2}
        y={10}
        text={words.span.end}
        size={fontSize.small}
        colour={muted}
        anchor="middle"
      />
      <Grid
        {...grid}
        digits={0}
        masked={(i, j) => j < i}
        highlights={[{ row: span.i, column: span.j, kind: 'accent' }]}
      />
    </Canvas>
  );
}
