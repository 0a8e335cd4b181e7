import type { VNode } from 'preact';
import { Axis, leftAxisWidth } from '#draw/Axis.tsx';
import { fixed } from '#draw/format.ts';
import { columnWidth, fontSize, round } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Mark, type Tone } from '#draw/Mark.tsx';
import { MarkLabel } from '#draw/MarkLabel.tsx';
import { ink, muted, type Kind } from '#draw/palette.ts';
import { linearScale, type Scale } from '#draw/scale.ts';
import type { Distribution } from '#mechanisms/decoding/distribution.ts';

const bar = 42;

interface PieceProps {
  up: Scale;
  x: number;
  from: number;
  to: number;
  digits: number;
  kind: Kind;
  tone?: Tone;
}

/** The stretch of a bar between two probabilities, with its size inside. */
function Piece({ up, x, from, to, digits, kind, tone = 'solid' }: PieceProps): VNode | null {
  const height = up.at(from) - up.at(to) - 1;
  if (to - from < 1e-9 || height <= 0) return null;
  const look = { x, y: up.at(to) + 1, width: bar, height, kind, tone };
  return (
    <g>
      <Mark {...look} />
      {height > 14 && <MarkLabel {...look} label={fixed(digits)(to - from)} />}
    </g>
  );
}

export interface PairBarsProps {
  words: readonly string[];
  p: Distribution;
  q: Distribution;
  /** What comes out: a tick across each pair of bars. */
  out?: Distribution;
  top: number;
  bottom: number;
  /** The probability at the top. */
  most: number;
  digits?: number;
}

/** p and q side by side for each word: what both have, what only the draft has, what only the target has. */
export function PairBars({ words, p, q, out, top, bottom, most, digits = 1 }: PairBarsProps): VNode {
  const up = linearScale([0, most], [bottom, top]);
  const ticks = Array.from({ length: Math.round(most * 10) + 1 }, (_, i) => i / 10).filter((_, i) =>
    most > 0.6 ? i % 2 === 0 : true,
  );
  const left = leftAxisWidth(up, fixed(1), ticks);
  const band = (columnWidth - left) / words.length;
  return (
    <g>
      <Axis scale={up} side="left" at={left} ticks={ticks} format={fixed(1)} grid={columnWidth - left} />
      {words.map((word, i) => {
        const [mine, yours] = [p[i]!, q[i]!];
        const both = Math.min(mine, yours);
        const centre = left + (i + 0.5) * band;
        const [first, second] = [centre - bar - 2, centre + 2];
        const piece = { up, digits };
        return (
          <g key={word}>
            <Piece {...piece} x={first} from={0} to={both} kind="item-1" />
            <Piece {...piece} x={first} from={both} to={mine} kind="item-1" tone="ghost" />
            <Piece {...piece} x={second} from={0} to={both} kind="item-1" />
            <Piece {...piece} x={second} from={both} to={yours} kind="item-4" />
            <Name x={first + bar / 2} y={bottom + 13} text="$p$" />
            <Name x={second + bar / 2} y={bottom + 13} text="$q$" />
            <Label x={centre} y={bottom + 36} text={word} size={fontSize.large} anchor="middle" />
            {out && (
              <path
                data-out={word}
                d={`M${round(first - 7)} ${round(up.at(out[i]!))}H${round(second + bar + 7)}`}
                stroke={ink}
                stroke-width={2.25}
                fill="none"
              />
            )}
          </g>
        );
      })}
      <path d={`M${left} ${bottom}H${columnWidth}`} stroke={muted} fill="none" />
    </g>
  );
}

const Name = (props: { x: number; y: number; text: string }) => (
  <Label {...props} size={fontSize.small} anchor="middle" colour={muted} />
);
