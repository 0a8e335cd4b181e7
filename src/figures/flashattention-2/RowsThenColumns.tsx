import { Canvas } from '#draw/Canvas.tsx';
import { fontSize } from '#draw/frame.ts';
import { Grid, gridSize } from '#draw/Grid.tsx';
import { Label } from '#draw/Label.tsx';
import { itemKind, muted } from '#draw/palette.ts';
import { causal } from '#mechanisms/attention/masks.ts';
import { perColumnBlock, perRowBlock } from '#mechanisms/attention/thread-blocks.ts';

const launch = { heads: 1, side: 6, causal: true };
const [forward, backward] = [perRowBlock(launch), perColumnBlock(launch)];
const square = forward.map(() => forward.map(() => 1));
const numbers = forward.map((_, i) => String(i + 1));
const grid = { values: square, cell: 36, width: 290, rowLabels: numbers, columnLabels: numbers };
const TOP = 54;

const panels = [
  {
    title: '前向：一个 thread block 管一行块',
    note: '$O_i$、$L_i$ 各写一次',
    by: (i: number) => i,
    blocks: forward,
  },
  {
    title: '反向：一个 thread block 管一列块',
    note: '$dK_j$、$dV_j$ 各写一次，$dQ_i$ 大家加',
    by: (_: number, j: number) => j,
    blocks: backward,
  },
] as const;

/** Who owns which tiles of one causal head: rows forward, columns backward. */
export default function RowsThenColumns() {
  const { height } = gridSize(grid);
  return (
    <Canvas id="rows-then-columns" height={TOP + height + 26} label="因果掩码下六乘六小块的分工：前向按行，反向按列">
      {panels.map(({ title, note, by, blocks }, p) => (
        <g key={title}>
          <Label x={p * 340} y={11} text={title} bold />
          <Label x={p * 340} y={32} text={note} size={fontSize.small} colour={muted} />
          <Grid
            {...grid}
            x={p * 340}
            y={TOP}
            kindOf={(i, j) => itemKind(by(i, j))}
            cellLabel={(i, j) => String(by(i, j) + 1)}
            masked={(i, j) => !causal(i, j)}
          />
          <Label
            x={p * 340}
            y={TOP + height + 14}
            text={`每个 thread block 的小块数：${blocks.map(({ tiles }) => tiles).join('、')}`}
            size={fontSize.small}
            colour={muted}
          />
        </g>
      ))}
    </Canvas>
  );
}
