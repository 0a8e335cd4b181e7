import { Mark } from '#draw/Mark.tsx';
import { MarkLabel } from '#draw/MarkLabel.tsx';
import { NOISE } from '#mechanisms/recurrence/selective-copying.ts';
import { colourNames } from './setting.ts';
import { cell, kindOf, left } from './track.ts';

interface Props {
  strip: readonly number[];
  y: number;
  /** Tokens after this one have not been read yet and stand pale. */
  read?: number;
}

/** A strip of tokens: data in their colours with their names, noise as empty squares. */
export function TokenStrip({ strip, y, read = strip.length - 1 }: Props) {
  return (
    <g>
      {strip.map((token, t) => {
        const square = { x: left(t) + 0.75, y, width: cell - 1.5, height: cell - 1.5 };
        if (token === NOISE) return <Mark key={t} kind="neutral" tone={t > read ? 'ghost' : 'solid'} {...square} />;
        const look = { kind: kindOf(token), tone: t > read ? 'tint' : 'solid' } as const;
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
