import type { VNode } from 'preact';
import { Axis } from '#draw/Axis.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { Grid, type GridProps } from '#draw/Grid.tsx';
import { gridLayout } from '#draw/grid-layout.ts';
import { linearScale } from '#draw/scale.ts';
import { alert, burst, columnOf, columns, differences, fault, job } from './setting.ts';
import { words } from './words.zh.ts';

const grid: GridProps = {
  values: differences,
  // Rows are lower than type: only the first, the last and those that matter are named.
  rowLabels: differences.map((_, i) =>
    i === 0 || i === differences.length - 1 || i === fault.machine || i === burst.machine ? words.machine(i) : '',
  ),
  width: 600,
  y: 6,
  cell: 13,
  ramp: 'diverging',
  domain: [-1.6, 1.6],
  highlights: [
    {
      row: burst.machine,
      column: columnOf(burst.from),
      columns: Math.ceil(columnOf(burst.to)) - columnOf(burst.from),
      kind: 'muted',
      label: words.jitter,
    },
    {
      row: fault.machine,
      column: columnOf(fault.from),
      columns: columns - columnOf(fault.from),
      kind: 'fault',
      label: words.faulty,
    },
  ],
};
const { left, top, cellWidth, cellHeight } = gridLayout(grid);
const bottom = top + differences.length * cellHeight;
const times = linearScale([0, job.seconds], [left, left + columns * cellWidth]);

/** Sixteen machines over a quarter of an hour: each one's difference from the mean of all. */
export default function OddOneOut(): VNode {
  return (
    <Canvas id="odd-one-out" height={bottom + 46} minWidth={580} label="十六台机器与全体平均的差，随时间变化">
      <Grid {...grid} />
      <Axis
        scale={times}
        side="bottom"
        at={bottom}
        label="时间（s）"
        rule={false}
        ticks={[0, burst.from, fault.from, alert.at, job.seconds]}
      />
    </Canvas>
  );
}
