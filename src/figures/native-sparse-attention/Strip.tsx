import { round } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { fontSize } from '#draw/frame.ts';
import { heatOf, line, muted } from '#draw/palette.ts';
import type { Range } from '#mechanisms/attention/tiling.ts';

export interface StripProps {
  /** Where the strip stands: `width` figure units for `tokens` tokens. */
  x: number;
  y: number;
  width: number;
  tokens: number;
  height: number;
  name: string;
  note?: string;
  /** Stretches of tokens with a value each; drawn as heat from 0 to the greatest. */
  cells: readonly { readonly range: Range; readonly value: number }[];
}

/** A sequence from left to right, its stretches coloured by a value; its name before it, a note after it. */
export function Strip({ x, y, width, tokens, height, name, note, cells }: StripProps) {
  const most = cells.reduce((top, { value }) => Math.max(top, value), 0);
  const at = (token: number) => x + (token / tokens) * width;
  const middle = y + height / 2;
  return (
    <g>
      <Label x={x - 10} y={middle} text={name} anchor="end" size={fontSize.small} />
      {cells.map(({ range, value }, i) => (
        <rect
          key={i}
          x={round(at(range.start))}
          y={y}
          width={round(at(range.end) - at(range.start))}
          height={height}
          fill={heatOf(value, [0, most]).fill}
        />
      ))}
      <rect x={x} y={y} width={width} height={height} fill="none" stroke={line} />
      {note !== undefined && <Label x={x + width + 10} y={middle} text={note} size={fontSize.small} colour={muted} />}
    </g>
  );
}
