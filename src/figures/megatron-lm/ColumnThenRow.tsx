import { Arrow } from '#draw/Arrow.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { fixed } from '#draw/format.ts';
import { fontSize } from '#draw/frame.ts';
import { Grid } from '#draw/Grid.tsx';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { muted, textOf, type Kind } from '#draw/palette.ts';
import type { Matrix } from '#mechanisms/numeric/matrix.ts';
import { exampleRun, rankKinds, RANKS, weights, X } from './setting.ts';

const { shards, trace } = exampleRun();
const CELL = { integer: 26, decimal: 42, height: 28 };
const at = { X: 62, A: 130, Y: 240, B: 340, partial: 408, reduce: 510, Z: 560 };
const LANES = [176, 272];
const LANE_HEIGHT = 2 * CELL.height;
const middle = LANES[0]! + (LANES[RANKS - 1]! + LANE_HEIGHT - LANES[0]!) / 2;

/** The hero: A is cut by columns and B by rows, each rank goes through GeLU alone, and one all-reduce ends the block. */
export default function ColumnThenRow() {
  return (
    <Canvas
      id="column-then-row"
      height={LANES[1]! + LANE_HEIGHT + 34}
      label="MLP 切到两张卡上：A 按列切，B 按行切，中间不通信，最后一次 all-reduce"
      minWidth={600}
    >
      <Whole />
      {LANES.map((y, rank) => (
        <Lane key={rank} rank={rank} y={y} />
      ))}
      <Reduce />
    </Canvas>
  );
}

/** The two weight matrices before the cut, in the colours of the ranks that will hold their parts. */
function Whole() {
  const { A, B } = weights;
  const left = at.A - CELL.integer;
  return (
    <g>
      <Cells value={A} x={left} y={58} kindOf={(_, j) => rankKinds[Math.floor((j * RANKS) / A.cols)]} />
      <Label x={left + 2 * CELL.integer} y={42} text="$A$ 按列切" anchor="middle" />
      <Cells value={B} x={at.B} y={30} kindOf={(i) => rankKinds[Math.floor((i * RANKS) / B.rows)]} />
      <Label x={at.B + CELL.integer} y={14} text="$B$ 按行切" anchor="middle" />
      <Label x={0} y={72} text="切之前" size={fontSize.small} colour={muted} />
    </g>
  );
}

function Lane({ rank, y }: { rank: number; y: number }) {
  const kind = rankKinds[rank]!;
  const { A, B } = shards[rank]!;
  const mid = y + CELL.height;
  const name = (x: number, columns: number, cell: number, text: string) => (
    <Label x={x + (columns * cell) / 2} y={y - 12} text={text} anchor="middle" colour={textOf(kind)} />
  );
  return (
    <g>
      <Label x={0} y={mid} text={`${rank + 1} 号卡`} bold colour={textOf(kind)} />
      {name(at.X, 2, CELL.integer, '$X$')}
      <Cells value={X} x={at.X} y={y} kindOf={() => 'neutral'} />
      <Sign x={(at.X + 2 * CELL.integer + at.A) / 2} y={mid} text="·" />
      {name(at.A, 2, CELL.integer, `$A_${rank + 1}$`)}
      <Cells value={A} x={at.A} y={y} kindOf={() => kind} />
      <Arrow from={[at.A + 2 * CELL.integer + 4, mid]} to={[at.Y - 4, mid]} />
      <Label x={(at.A + 2 * CELL.integer + at.Y) / 2} y={mid - 12} text="GeLU" size={fontSize.small} anchor="middle" />
      {name(at.Y, 2, CELL.decimal, `$Y_${rank + 1}$`)}
      <Cells value={trace.Y[rank]!} x={at.Y} y={y} kindOf={() => kind} decimal />
      <Sign x={(at.Y + 2 * CELL.decimal + at.B) / 2} y={mid} text="·" />
      {name(at.B, 2, CELL.integer, `$B_${rank + 1}$`)}
      <Cells value={B} x={at.B} y={y} kindOf={() => kind} />
      <Sign x={(at.B + 2 * CELL.integer + at.partial) / 2} y={mid} text="=" />
      {name(at.partial, 2, CELL.decimal, `$Y_${rank + 1}B_${rank + 1}$`)}
      <Cells value={trace.partial[rank]!} x={at.partial} y={y} kindOf={() => kind} decimal />
    </g>
  );
}

/** The one collective of the block, across both lanes, and what it leaves on both ranks. */
function Reduce() {
  const bottom = LANES[1]! + LANE_HEIGHT;
  return (
    <g>
      <Mark
        kind="communication"
        x={at.reduce}
        y={LANES[0]! - 6}
        width={22}
        height={bottom - LANES[0]! + 12}
        radius={2}
      />
      <Label
        x={at.reduce + 11}
        y={LANES[0]! - 18}
        text="all-reduce"
        anchor="middle"
        size={fontSize.small}
        colour={textOf('communication')}
      />
      <Arrow from={[at.reduce + 24, middle]} to={[at.Z - 3, middle]} kind="communication" />
      <Cells value={trace.Z[0]!} x={at.Z} y={middle - CELL.height} kindOf={() => 'neutral'} decimal />
      <Label
        x={at.Z + CELL.decimal}
        y={middle - CELL.height - 12}
        text="$Z$，两张卡都有"
        anchor="middle"
        size={fontSize.small}
      />
      <Label x={at.A} y={bottom + 22} text="这一段各算各的，不通信" size={fontSize.small} colour={muted} />
    </g>
  );
}

interface CellsProps {
  value: Matrix;
  x: number;
  y: number;
  kindOf: (row: number, column: number) => Kind | undefined;
  decimal?: boolean;
}

function Cells({ value, x, y, kindOf, decimal = false }: CellsProps) {
  const cell = decimal ? CELL.decimal : CELL.integer;
  return (
    <Grid
      values={value.toRows()}
      x={x}
      y={y}
      width={value.cols * cell}
      height={value.rows * CELL.height}
      cell={cell}
      kindOf={kindOf}
      format={fixed(decimal ? 2 : 0)}
    />
  );
}

function Sign({ x, y, text }: { x: number; y: number; text: string }) {
  return <Label x={x} y={y} text={text} anchor="middle" size={fontSize.large} colour={muted} />;
}
