import { round } from '#draw/frame.ts';
import { Mark } from '#draw/Mark.tsx';
import { MarkLabel } from '#draw/MarkLabel.tsx';
import { muted, shade } from '#draw/palette.ts';
import { NOISE } from '#mechanisms/recurrence/selective-copying.ts';
import { colourNames } from './setting.ts';
import { cell, kindOf, left } from './track.ts';

interface Props {
  strip: readonly number[];
  y: number;
  /** Tokens after this one have not been read yet and stand pale. */
  read?: number;
}

const side = cell - 1.5;

/** A strip of tokens: data in their colours with their names, noise as empty squares. */
export function TokenStrip({ strip, y, read = strip.length - 1 }: Props) {
  const noise = strip.flatMap((token, t) => (token === NOISE ? [t] : []));
  return (
    <g>
      <path
        d={squares(
          noise.filter((t) => t <= read),
          y,
        )}
        fill={shade}
        stroke={muted}
      />
      <path
        d={squares(
          noise.filter((t) => t > read),
          y,
        )}
        fill="none"
        stroke={muted}
        stroke-dasharray="3 3"
      />
      {strip.map((token, t) => {
        if (token === NOISE) return null;
        const look = { kind: kindOf(token), tone: t > read ? 'tint' : 'solid' } as const;
        const square = { x: left(t) + 0.75, y, width: side, height: side };
        return (
          <g key={t}>
            <Mark {...look} {...square} />
            <MarkLabel {...look} {...square} label={colourNames[token - 1]!} />
          </g>
        );
      })}
    </g>
  );
}

/** The outlines of the squares at these tokens. */
function squares(tokens: readonly number[], y: number): string {
  const inner = round(side - 1);
  return tokens.map((t) => `M${round(left(t) + 1.25)} ${y + 0.5}h${inner}v${inner}h${-inner}Z`).join('');
}
