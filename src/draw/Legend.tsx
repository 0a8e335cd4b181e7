import type { VNode } from 'preact';
import { columnWidth, fontSize, type Frame } from './frame.ts';
import { Label } from './Label.tsx';
import { Mark, type Tone } from './Mark.tsx';
import { muted, type Kind } from './palette.ts';
import { textWidth } from './text.ts';

export interface Key {
  label: string;
  kind: Kind;
  tone?: Tone;
}

export interface LegendProps extends Pick<Frame, 'x' | 'y' | 'width'> {
  keys: readonly Key[];
}

const swatch = { width: 16, height: 11, gap: 6 };
const rowHeight = 20;
const keyGap = 18;

interface Placed {
  key: Key;
  x: number;
  row: number;
}

/** Keys from left to right, on as many rows as the width needs. */
function place(keys: readonly Key[], width: number): Placed[] {
  let [x, row] = [0, 0];
  return keys.map((key) => {
    const keyWidth = swatch.width + swatch.gap + textWidth(key.label, fontSize.small);
    if (x > 0 && x + keyWidth > width) [x, row] = [0, row + 1];
    const placed = { key, x, row };
    x += keyWidth + keyGap;
    return placed;
  });
}

/** The height that a legend takes at this width. */
export function legendHeight({ keys, width = columnWidth }: LegendProps): number {
  return keys.length === 0 ? 0 : (place(keys, width).at(-1)!.row + 1) * rowHeight;
}

/** A row of swatches with their names. Prefer a label at the mark itself where there is room. */
export function Legend({ keys, x = 0, y = 0, width = columnWidth }: LegendProps): VNode {
  return (
    <g>
      {place(keys, width).map(({ key, x: left, row }) => {
        const middle = y + (row + 0.5) * rowHeight;
        const text = x + left + swatch.width + swatch.gap;
        return (
          <g key={key.label}>
            <Mark
              kind={key.kind}
              tone={key.tone}
              x={x + left}
              y={middle - swatch.height / 2}
              width={swatch.width}
              height={swatch.height}
            />
            <Label x={text} y={middle} text={key.label} size={fontSize.small} colour={muted} />
          </g>
        );
      })}
    </g>
  );
}
