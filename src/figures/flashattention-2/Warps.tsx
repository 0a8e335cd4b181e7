import { Arrow } from '#draw/Arrow.tsx';
import { Bars, barsHeight, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { fontSize } from '#draw/frame.ts';
import { Grid } from '#draw/Grid.tsx';
import { Label } from '#draw/Label.tsx';
import { itemKind, muted } from '#draw/palette.ts';
import { shared, warpTile } from './setting.ts';

const { warps } = warpTile;
const SIDE = 2 * warps;
const CELL = 15;
const cells = (rows: number, columns: number) => Array.from({ length: rows }, () => Array<number>(columns).fill(1));
const owner = (at: number) => Math.floor(at / (SIDE / warps));

const props: BarsProps = {
  bars: [
    { label: 'split-K', run: shared.splitK },
    { label: 'split-Q', run: shared.splitQ },
  ].map(({ label, run }) => ({
    label,
    parts: [
      { kind: 'kv', value: run.operands, label: '读操作数' },
      { kind: 'communication', value: run.exchanged, label: '交换部分和' },
    ],
  })),
  format: (value) => value.toLocaleString('en-US'),
  label: '经过 shared memory 的数（个），一小块 128×128，d = 64，四个 warp',
};

interface PieceProps {
  x: number;
  columns: number;
  ownerOf: (i: number, j: number) => number;
  name: string;
}

/** A tile or its output, coloured by the warp that makes it; the first cell of a warp's part bears its number. */
function Piece({ x, columns, ownerOf, name }: PieceProps) {
  const seen = (i: number, j: number) => i >= 0 && j >= 0 && ownerOf(i, j);
  const first = (i: number, j: number) => ![seen(i - 1, j), seen(i, j - 1)].includes(ownerOf(i, j));
  return (
    <g>
      <Label x={x + (columns * CELL) / 2} y={42} text={name} size={fontSize.small} anchor="middle" colour={muted} />
      <Grid
        values={cells(SIDE, columns)}
        x={x}
        y={54}
        width={columns * CELL}
        cell={CELL}
        kindOf={(i, j) => itemKind(ownerOf(i, j))}
        cellLabel={(i, j) => (first(i, j) ? String(ownerOf(i, j) + 1) : undefined)}
      />
    </g>
  );
}

/** Which warp makes which part of a tile and of its output under both schemes, and what passes through shared memory. */
export default function Warps() {
  const [tile, middle, top] = [SIDE * CELL, 54 + (SIDE * CELL) / 2, 54 + SIDE * CELL + 24];
  const output = tile + 34;
  return (
    <Canvas
      id="warp-split"
      height={top + barsHeight(props)}
      label="四个 warp 的两种分工，以及各自经过 shared memory 的数据量"
    >
      <Label x={0} y={11} text="split-K（FlashAttention）" bold />
      <Piece x={0} columns={SIDE} ownerOf={(_, j) => owner(j)} name="$S$：各算几列" />
      <Arrow from={[tile + 6, middle]} to={[output - 6, middle]} />
      {Array.from({ length: warps }, (_, w) => (
        <g key={w}>
          {w > 0 && <Label x={output + w * 50 - 10} y={middle} text="+" anchor="middle" />}
          <Piece x={output + w * 50} columns={2} ownerOf={() => w} name={w === 0 ? '$O$' : ''} />
        </g>
      ))}
      <Label x={400} y={11} text="split-Q（FlashAttention-2）" bold />
      <Piece x={400} columns={SIDE} ownerOf={(i) => owner(i)} name="$S$：各算几行" />
      <Arrow from={[400 + tile + 6, middle]} to={[400 + output - 6, middle]} />
      <Piece x={400 + output} columns={2} ownerOf={(i) => owner(i)} name="$O$" />
      <Bars {...props} y={top} />
    </Canvas>
  );
}
