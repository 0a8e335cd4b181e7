import { Arrow } from '#draw/Arrow.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Legend } from '#draw/Legend.tsx';
import { Mark } from '#draw/Mark.tsx';
import { colourOf, muted, textOf } from '#draw/palette.ts';
import type { Matrix } from '#mechanisms/numeric/matrix.ts';
import { layerRun, sequenceParallel, tensorParallel } from './setting.ts';

const RANKS = 4;
const SIDE = 66;
const WIDE = 2 * SIDE;
/** Left edges of the five stops: LayerNorm's input, the block's input, inside the block, partial sums, after the block. */
const STOPS = [0, 144, 250, 422, 580] as const;
const ROWS = { tensor: 62, sequence: 202 };

interface Held {
  /** Shares of the whole tensor that one rank keeps, by rows and by columns. */
  rows: number;
  columns: number;
  wide?: boolean;
}

/** What rank 1 holds of each tensor around the MLP, read off a layer that has really been run. */
function heldBy(sequence: boolean): Held[] {
  const { s, h, trace } = layerRun(RANKS, sequence ? sequenceParallel : tensorParallel);
  const share = (part: Matrix, width: number): Held => ({ rows: part.rows / s, columns: part.cols / width });
  return [
    share(trace.middle[0]!, h),
    share(trace.mlp.X[0]!, h),
    { ...share(trace.mlp.Y[0]!, 4 * h), wide: true },
    share(trace.mlp.partial[0]!, h),
    share(trace.output[0]!, h),
  ];
}

/** The hero: the MLP of a layer with and without sequence parallelism; filled is what one of four ranks holds. */
export default function WhoKeepsWhat() {
  return (
    <Canvas
      id="who-keeps-what"
      height={ROWS.sequence + SIDE + 32}
      label="张量并行与加上序列并行之后，一张卡在 MLP 前后各处持有的激活"
      minWidth={600}
    >
      <Legend
        keys={[
          { kind: 'activations', label: '1 号卡上的激活' },
          { kind: 'activations', tone: 'ghost', label: '不在 1 号卡上' },
        ]}
      />
      <Row y={ROWS.tensor} held={heldBy(false)} enter="恒等" leave="all-reduce" name="张量并行" />
      <Row y={ROWS.sequence} held={heldBy(true)} enter="all-gather" leave="reduce-scatter" name="张量并行 + 序列并行" />
    </Canvas>
  );
}

const names = ['LN 的输入', 'MLP 的输入', '中间激活（宽 $4h$）', '部分和', '输出'];

interface RowProps {
  y: number;
  held: readonly Held[];
  enter: string;
  leave: string;
  name: string;
}

function Row({ y, held, enter, leave, name }: RowProps) {
  const middle = y + SIDE / 2;
  const right = (stop: number) => STOPS[stop]! + (held[stop]!.wide ? WIDE : SIDE);
  return (
    <g>
      <Label x={0} y={y - 22} text={name} bold />
      {held.map((one, stop) => (
        <Tensor key={stop} x={STOPS[stop]!} y={y} held={one} name={names[stop]!} />
      ))}
      {STOPS.slice(1).map((to, stop) => (
        <Arrow
          key={to}
          from={[right(stop) + 4, middle]}
          to={[to - 4, middle]}
          kind={(stop === 0 && enter !== '恒等') || stop === 3 ? 'communication' : 'muted'}
        />
      ))}
      <Between x={(right(0) + STOPS[1]) / 2} y={middle} text={enter} />
      <Between x={(right(1) + STOPS[2]) / 2} y={middle} text="$A_1$" plain />
      <Between x={(right(2) + STOPS[3]) / 2} y={middle} text="$B_1$" plain />
      <Between x={(right(3) + STOPS[4]) / 2} y={middle} text={leave} />
    </g>
  );
}

function Between({ x, y, text, plain = false }: { x: number; y: number; text: string; plain?: boolean }) {
  return (
    <Label
      x={x}
      y={y - 6}
      text={text}
      align="bottom"
      anchor="middle"
      size={fontSize.small}
      colour={plain ? muted : textOf('communication')}
    />
  );
}

/** A tensor of s rows: its whole outline, and filled the part that the rank holds. */
function Tensor({ x, y, held, name }: { x: number; y: number; held: Held; name: string }) {
  const width = held.wide ? WIDE : SIDE;
  return (
    <g>
      <Mark kind="activations" x={x} y={y} width={width * held.columns} height={SIDE * held.rows} />
      <rect
        x={x}
        y={y}
        width={width}
        height={SIDE}
        fill="none"
        stroke={colourOf('activations')}
        stroke-dasharray="3 3"
      />
      <Label x={x + width / 2} y={y + SIDE + 13} text={name} anchor="middle" size={fontSize.small} colour={muted} />
    </g>
  );
}
