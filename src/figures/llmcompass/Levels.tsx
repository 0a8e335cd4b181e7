import type { VNode } from 'preact';
import { Arrow } from '#draw/Arrow.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { muted } from '#draw/palette.ts';
import type { Extents } from '#mechanisms/hardware/tiles.ts';
import { levels, type Level } from './memory-levels.ts';

const rowHeight = 124;
const side = 78;
const columns = { A: 300, B: 420, C: 540 } as const;
/** Rows and columns of each operand. */
const shape = { A: ['m', 'k'], B: ['k', 'n'], C: ['m', 'n'] } as const;
type Operand = keyof typeof shape;

/** The memories of a GA100 from the largest to the smallest, and which piece of one product lies in each. */
export default function Levels(): VNode {
  return (
    <Canvas
      id="levels"
      height={levels.length * rowHeight - 8}
      minWidth={600}
      label="一个矩阵乘法在 GA100 各级存储里的分块"
    >
      {levels.map((level, i) => (
        <Row key={level.name} level={level} part={levels[i + 1]?.holds} y={i * rowHeight} />
      ))}
    </Canvas>
  );
}

function Row({ level, part, y }: { level: Level; part: Extents | undefined; y: number }): VNode {
  const { name, size, use, holds, down } = level;
  return (
    <g>
      <Mark kind="neutral" x={0} y={y + 4} width={columnWidth} height={rowHeight - 34} radius={3} />
      <Label x={14} y={y + 26} text={name} size={fontSize.large} bold />
      <Label x={14} y={y + 49} text={size} size={fontSize.small} />
      <Label x={14} y={y + 69} text={use} size={fontSize.small} colour={muted} />
      {(['A', 'B', 'C'] as const).map((operand) => (
        <Piece key={operand} operand={operand} whole={holds} part={part} y={y + 8} />
      ))}
      {down !== undefined && (
        <g>
          <Arrow from={[120, y + rowHeight - 28]} to={[120, y + rowHeight + 2]} weight={1.75} />
          <Label x={134} y={y + rowHeight - 13} text={down} size={fontSize.small} />
        </g>
      )}
    </g>
  );
}

/** One operand to scale within its row, and the part of it that goes one level down. */
function Piece({
  operand,
  whole,
  part,
  y,
}: {
  operand: Operand;
  whole: Extents;
  part: Extents | undefined;
  y: number;
}): VNode {
  const [down, across] = shape[operand];
  const scale = 50 / Math.max(whole.m, whole.n, whole.k);
  const drawn = (length: number): number => Math.max(3, length * scale);
  const x = columns[operand];
  return (
    <g>
      <Mark kind="accent" tone="tint" x={x} y={y + 4} width={drawn(whole[across])} height={drawn(whole[down])} />
      {part && <Mark kind="accent" x={x} y={y + 4} width={drawn(part[across])} height={drawn(part[down])} />}
      <Label x={x} y={y + side - 6} text={`$${operand}$ ${whole[down]}×${whole[across]}`} size={fontSize.small} />
    </g>
  );
}
