import type { VNode } from 'preact';
import { Axis, leftAxisWidth } from '#draw/Axis.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { fixed } from '#draw/format.ts';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Legend } from '#draw/Legend.tsx';
import { Mark, type Tone } from '#draw/Mark.tsx';
import { MarkLabel } from '#draw/MarkLabel.tsx';
import { muted, type Kind } from '#draw/palette.ts';
import { linearScale } from '#draw/scale.ts';
import { p, q, words } from './setting.ts';

const [top, bottom] = [40, 262];
const up = linearScale([0, 0.5], [bottom, top]);
const ticks = [0, 0.1, 0.2, 0.3, 0.4, 0.5];
const left = leftAxisWidth(up, fixed(1), ticks);
const band = (columnWidth - left) / words.length;
const bar = 42;

const keys = [
  { kind: 'item-1', label: '接受：min(p, q)' },
  { kind: 'item-1', tone: 'ghost', label: '拒绝：p 多出的' },
  { kind: 'item-4', label: '补采：q 多出的' },
] as const;

interface PieceProps {
  x: number;
  from: number;
  to: number;
  kind: Kind;
  tone?: Tone;
}

/** The stretch of a bar between two probabilities, with its size inside. */
function Piece({ x, from, to, kind, tone = 'solid' }: PieceProps): VNode | null {
  if (to - from < 1e-9) return null;
  const look = { x, y: up.at(to) + 1, width: bar, height: up.at(from) - up.at(to) - 1, kind, tone };
  return (
    <g>
      <Mark {...look} />
      <MarkLabel {...look} label={fixed(1)(to - from)} />
    </g>
  );
}

/** p and q side by side for each word: what both have, what only the draft has, what only the target has. */
export default function Coupling(): VNode {
  return (
    <Canvas id="coupling" height={316} label="“真”之后五个词的草稿概率 p 与目标概率 q，分成接受、拒绝与补采三部分">
      <Legend keys={keys} x={left} />
      <Axis scale={up} side="left" at={left} ticks={ticks} format={fixed(1)} grid={columnWidth - left} />
      {words.map((word, i) => {
        const [mine, yours] = [p[i]!, q[i]!];
        const both = Math.min(mine, yours);
        const centre = left + (i + 0.5) * band;
        const [first, second] = [centre - bar - 2, centre + 2];
        return (
          <g key={word}>
            <Piece x={first} from={0} to={both} kind="item-1" />
            <Piece x={first} from={both} to={mine} kind="item-1" tone="ghost" />
            <Piece x={second} from={0} to={both} kind="item-1" />
            <Piece x={second} from={both} to={yours} kind="item-4" />
            <Label
              x={first + bar / 2}
              y={bottom + 13}
              text="$p$"
              size={fontSize.small}
              anchor="middle"
              colour={muted}
            />
            <Label
              x={second + bar / 2}
              y={bottom + 13}
              text="$q$"
              size={fontSize.small}
              anchor="middle"
              colour={muted}
            />
            <Label x={centre} y={bottom + 36} text={word} size={fontSize.large} anchor="middle" />
          </g>
        );
      })}
      <path d={`M${left} ${bottom}H${columnWidth}`} stroke={muted} fill="none" />
    </Canvas>
  );
}
